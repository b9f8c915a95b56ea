using Hkall.LocalHost;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Privacy;
using Hkall.Service.Sessions;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>When a session ends, and that nothing opens it again.</summary>
public sealed class SessionEndTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _machine = new(BenchServices.RealTime.GetUtcNow());
    private readonly MemoryRows _rows = new();
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await BenchAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_cookie_that_was_kept_is_worthless_after_signing_out()
    {
        var (reader, thief) = (await SignedInAsync("okafor"), new AForm(_bench));
        thief.GoOnWith(reader.Session());
        (await thief.GetAsync("/account")).ShouldBe(200);

        await reader.GetAsync("/account");
        (await reader.PostAsync("/sign-out")).ShouldBe(303);

        (await thief.GetAsync("/account")).ShouldBe(303).Header("Location").ShouldBe("/sign-in?returnUrl=%2Faccount");
        (await thief.GetAsync("/")).Text.ShouldNotContain("Okafor");
    }

    [Fact]
    public async Task A_session_that_was_signed_out_is_over_on_every_instance()
    {
        await using var other = await BenchAsync();
        var (here, there) = (await SignedInAsync("okafor"), new AForm(other));
        there.GoOnWith(here.Session());
        (await there.GetAsync("/account")).ShouldBe(200);

        await here.GetAsync("/account");
        await here.PostAsync("/sign-out");

        (await there.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task An_unused_session_ends_after_an_hour_and_a_used_one_goes_on()
    {
        var reader = await SignedInAsync("okafor");

        for (var i = 0; i < 4; i++)
        {
            _machine.Advance(TimeSpan.FromMinutes(59));
            (await reader.GetAsync("/account")).ShouldBe(200);
        }

        _machine.Advance(TimeSpan.FromHours(1));
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    [Theory]
    [InlineData("okafor", 12)]
    [InlineData("lam-mei-ling", 4)]
    public async Task A_session_ends_at_last_however_much_it_is_used(string person, int hours)
    {
        var reader = await SignedInAsync(person);

        for (var i = 1; i < hours * 2; i++)
        {
            _machine.Advance(TimeSpan.FromMinutes(30));
            (await reader.GetAsync("/account")).ShouldBe(200);
        }

        _machine.Advance(TimeSpan.FromMinutes(30));
        (await reader.GetAsync("/account")).ShouldBe(303);
    }

    [Fact]
    public async Task Each_sign_in_has_a_new_id_and_ends_the_session_that_the_browser_had()
    {
        var reader = await SignedInAsync("okafor");
        var before = reader.Session();

        await reader.SignInAsync("okafor");

        reader.Session().Value.ShouldNotBe(before.Value);
        var fixated = new AForm(_bench);
        fixated.GoOnWith(before);
        (await fixated.GetAsync("/account")).ShouldBe(303);
        (await reader.GetAsync("/account")).ShouldBe(200);
    }

    [Fact]
    public async Task The_rows_hold_no_id_that_opens_a_session()
    {
        var reader = await SignedInAsync("okafor");
        var held = (await SessionsOfAsync(reader)).ShouldHaveSingleItem();

        // Who could read the rows, and sign cookies with them, would still need the id.
        (await _bench.Service<SessionStore>().FindAsync(held.Hash, CancellationToken.None)).ShouldBeNull();
        (await _bench.Service<SessionStore>().FindAsync(held.Hash[..43], CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_last_use_is_written_at_most_once_a_minute()
    {
        var reader = await SignedInAsync("okafor");
        var before = (await RowsAsync()).Single(row => row.Key.StartsWith("s:", StringComparison.Ordinal)).ETag;

        _machine.Advance(TimeSpan.FromSeconds(59));
        await reader.GetAsync("/account");
        (await RowsAsync()).Single(row => row.Key.StartsWith("s:", StringComparison.Ordinal)).ETag.ShouldBe(before);

        _machine.Advance(TimeSpan.FromSeconds(1));
        await reader.GetAsync("/account");
        await reader.GetAsync("/account");
        (await SessionsOfAsync(reader)).Single().Session.LastSeen.ShouldBe(_machine.GetUtcNow());
    }

    [Fact]
    public async Task Nothing_is_left_of_a_session_that_ended()
    {
        var reader = await SignedInAsync("okafor");
        await SignedInAsync("lam-mei-ling");
        await reader.GetAsync("/");
        await reader.PostAsync("/sign-out");
        (await RowsAsync()).Count(row => row.Key.StartsWith("s:", StringComparison.Ordinal)).ShouldBe(1);

        _machine.Advance(SessionLimits.LongestOfStaff + TimeSpan.FromSeconds(1));
        await _bench.Service<IRetention>().RunAsync(CancellationToken.None);

        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_has_a_limited_number_of_sessions_and_the_one_used_least_recently_makes_room()
    {
        var first = await SignedInAsync("okafor");
        for (var i = 0; i < SessionLimits.MostOfOnePerson; i++)
        {
            _machine.Advance(TimeSpan.FromSeconds(1));
            await SignedInAsync("okafor");
        }

        (await first.GetAsync("/account")).ShouldBe(303);
        (await RowsAsync()).Count(row => row.Key.StartsWith("s:", StringComparison.Ordinal)).ShouldBe(SessionLimits.MostOfOnePerson);
    }

    [Fact]
    public async Task My_data_has_my_sessions()
    {
        var reader = await SignedInAsync("okafor");

        (await reader.GetAsync("/account/data.json")).ShouldBe(200).Text.ShouldContain("\"kind\":\"session\"");
        (await _bench.GetAsync("/api/me/data", await _bench.TokenAsync("okafor"))).ShouldBe(200).Text.ShouldContain("\"kind\":\"session\"");
        (await _bench.GetAsync("/api/me/data", await _bench.TokenAsync("petrov"))).ShouldBe(200).Text.ShouldNotContain("\"kind\":\"session\"");
    }

    [Fact]
    public async Task Erasing_an_account_ends_its_sessions()
    {
        var reader = await SignedInAsync("okafor");
        var person = (await SessionsOfAsync(reader)).Single().Session.Person;

        await _bench.Service<AccountErasure>().VisitAsync(person, _bench.Service<TimeProvider>().GetUtcNow(), CancellationToken.None);

        (await reader.GetAsync("/account")).ShouldBe(303);
        (await RowsAsync()).ShouldBeEmpty();
    }

    private async Task<AForm> SignedInAsync(string person)
    {
        var reader = new AForm(_bench);
        await reader.SignInAsync(person);
        return reader;
    }

    private async Task<IReadOnlyList<HeldSession>> SessionsOfAsync(AForm reader)
    {
        (await reader.GetAsync("/account/devices")).ShouldBe(200);
        var person = (await RowsAsync()).First(row => row.Key.StartsWith("p:", StringComparison.Ordinal)).Key.Split(':')[1];
        return await _bench.Service<SessionStore>().OfAsync(person, CancellationToken.None);
    }

    private async Task<IReadOnlyList<Row>> RowsAsync() =>
        await _rows.RangeAsync(RowTable.Sessions, "s", " ", "~", RowLimits.RowsPerPage, openOnly: false, CancellationToken.None);

    private Task<ABench> BenchAsync() => ABench.InMemoryAsync(services =>
    {
        services.AddSingleton<IRows>(_rows);
        services.AddSingleton(new MachineTime(_machine));
    });
}
