using System.Text;
using System.Text.Json;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Who is heard at which door: an inactive library about what is under way, a blocked one nowhere.</summary>
public sealed class DoorsTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    public enum State
    {
        Active,
        Inactive,
        Blocked,
    }

    [Theory]
    [InlineData(State.Active, 202)]
    [InlineData(State.Inactive, 202)]
    [InlineData(State.Blocked, 401)]
    public async Task A_status_callback(State state, int status)
    {
        var (id, library) = await AskedAsync(Orders.Kuhn);
        await BecomesAsync(library, state);

        (await library.TriesToSayAsync("will-supply", id)).ShouldBe(status);
        await BecomesAsync(library, State.Active);
    }

    [Theory]
    [InlineData(State.Active, 202)]
    [InlineData(State.Inactive, 202)]
    [InlineData(State.Blocked, 401)]
    public async Task A_scan(State state, int status)
    {
        var (id, library) = await AskedAsync(CopyFor(state));
        await BecomesAsync(library, state);

        (await library.SendsScanAsync(id, "%PDF-1.7 the article"u8.ToArray())).ShouldBe(status);
        await BecomesAsync(library, State.Active);
    }

    [Theory]
    [InlineData(State.Active, 202)]
    [InlineData(State.Inactive, 202)]
    [InlineData(State.Blocked, 401)]
    public async Task A_request_to_borrow_by_JSON(State state, int status)
    {
        var library = _bench.Library("HKU");
        await BecomesAsync(library, state);
        var parkedBefore = (await _bench.LendingStaff().ParkedAsync()).Count;

        var body = JsonSerializer.Serialize(
            new
            {
                messageId = $"door-{state}",
                kind = "request",
                requestId = $"door-{state}",
                service = "loan",
                item = new { title = "Emma", author = "Austen" },
            });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var signed = await library.SignAsync(Encoding.UTF8.GetBytes(body));
        (await _bench.SendAsync(HttpMethod.Post, "/api/partners/HKU/lending", null, content, signed)).ShouldBe(status);

        await _bench.SettleAsync();
        ((await _bench.LendingStaff().ParkedAsync()).Count - parkedBefore).ShouldBe(state == State.Inactive ? 1 : 0, "What is new waits for staff.");
        await BecomesAsync(library, State.Active);
    }

    [Theory]
    [InlineData(State.Active, true)]
    [InlineData(State.Inactive, true)]
    [InlineData(State.Blocked, false)]
    public async Task A_message_of_ISO_18626(State state, bool heard)
    {
        var (id, library) = await AskedAsync(Orders.Kuhn);
        await BecomesAsync(library, state);
        var iso = new AnIsoLibrary(_bench, library.Symbol, IsoVersion.V2021);

        var answer = await iso.PostsAsync(IsoXml.Write(iso.About(id, ReasonForMessage.StatusChange, SupplyStatus.WillSupply), IsoVersion.V2021));

        answer.Status.ShouldBe(heard ? 200 : 401);
        await BecomesAsync(library, State.Active);
    }

    [Theory]
    [InlineData(State.Active, 200)]
    [InlineData(State.Inactive, 200)]
    [InlineData(State.Blocked, 404)]
    public async Task The_link_in_a_letter(State state, int status)
    {
        var (id, library) = await AskedAsync(Orders.Woolf);
        var token = _bench.Service<AnswerTokens>().For(new AnswerLink(id, library.Symbol, 1));
        await BecomesAsync(library, state);

        (await _bench.GetAsync($"/api/answers/{token}")).ShouldBe(status);
        (await _bench.GetAsync($"/answer/{token}")).ShouldBe(status);
        await BecomesAsync(library, State.Active);
    }

    [Fact]
    public async Task A_blocked_library_is_not_asked()
    {
        await BecomesAsync(_bench.Library("HKUST"), State.Blocked);

        var id = await _bench.NewPatron().HasPlacedAsync(Orders.Piketty);

        (await _bench.LendingStaff().SeesAsync(id)).At("state.rota.0.symbol").ShouldNotBe("HKUST");
        await BecomesAsync(_bench.Library("HKUST"), State.Active);
    }

    [Fact]
    public async Task A_block_is_in_the_directory_and_in_its_document_and_is_left_out_where_there_is_none()
    {
        await BecomesAsync(_bench.Library("POLYU"), State.Blocked);
        var staff = _bench.LendingStaff();

        (await staff.GetAsync("/api/staff/partners/POLYU")).ShouldBe(200).Json.At("blocked").ShouldBe("True");
        var document = (await staff.GetAsync("/api/staff/partners/export")).ShouldBe(200).Json.GetProperty("partners").EnumerateArray().ToList();
        document.Single(entry => entry.At("symbol") == "POLYU").At("blocked").ShouldBe("True");
        document.Where(entry => entry.At("symbol") != "POLYU").ShouldAllBe(entry => entry.At("blocked") == null);
        await BecomesAsync(_bench.Library("POLYU"), State.Active);
    }

    /// <summary>Each asks for another article: two copies of one go before staff.</summary>
    private static object CopyFor(State state) => new
    {
        service = "copy",
        item = new
        {
            title = "Bell System Technical Journal",
            articleTitle = $"An article for the {state}",
            issn = "0005-8580",
            volume = $"{30 + (int)state}",
            pages = "1-9",
            year = 1950,
        },
        declaration = Orders.Declared,
    };

    /// <summary>A request that some library is asked for, and that library.</summary>
    private async Task<(string Id, ALibrary Library)> AskedAsync(object order)
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _bench.NewPatron().HasPlacedAsync(order);
        var rota = (await _bench.LendingStaff().SeesAsync(id)).GetProperty("state").GetProperty("rota").EnumerateArray();
        return (id, _bench.Library(rota.First(entry => entry.At("askedAt") is not null).At("symbol")!));
    }

    private async Task BecomesAsync(ALibrary library, State state)
    {
        var directory = _bench.Service<PartnerDirectory>();
        var partner = (await directory.FindAsync(library.Symbol, CancellationToken.None)).ShouldNotBeNull();
        await directory.PutAsync([partner with { Active = state == State.Active, Blocked = state == State.Blocked }], CancellationToken.None);
    }
}
