using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Requests;

/// <summary>All loans are renewed by one press, each as if it were the only one, and each that is not says why.</summary>
public sealed class RenewAllTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private string _first = null!;
    private string _second = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();

        // The first one's library says no to a renewal, the second one's says nothing.
        await _bench.ScriptAsync("*", "renew-declined");
        _first = await Prepared.OnLoanAsync(_bench, "okafor");
        await _bench.ScriptAsync("*", "renew-silent");
        _second = await Prepared.OnLoanAsync(_bench, "okafor", Orders.Piketty);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task By_the_API_every_loan_is_asked_for_and_asking_again_changes_nothing()
    {
        var patron = _bench.Patron("okafor");

        var answer = (await patron.PostAsync("/api/requests/renew-all")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().ToList();
        var again = (await patron.PostAsync("/api/requests/renew-all")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().ToList();

        answer.Select(one => one.At("id")).ShouldBe([_first, _second], ignoreOrder: true);
        answer.ShouldAllBe(one => one.At("renewal") == "asked" && one.At("code") == null);
        again.Single(one => one.At("id") == _second).At("renewal").ShouldBe("asked");
        (await patron.SeesAsync(_second)).Timeline().Count(what => what == "renewal-asked").ShouldBe(1);
    }

    [Fact]
    public async Task By_the_page_as_well_and_the_reason_of_each_that_is_not_renewed_is_read()
    {
        (await _bench.Patron("okafor").PostAsync($"/api/requests/{_first}/renew")).ShouldBe(200);
        await _bench.SettleAsync();
        await using var reader = new AReader(_bench);
        await reader.PatronSignsInAsync("/requests");

        await reader.GoAsync("/requests");
        await reader.PressAsync("Renew: ");
        await reader.ShouldSayAsync("We’ve asked the lending library to renew it.");
        (await _bench.Patron("okafor").SeesAsync(_second)).Actions().ShouldNotContain("renew");
    }

    [Fact]
    public async Task A_loan_that_the_lender_will_not_renew_again_is_named_with_its_reason()
    {
        (await _bench.Patron("okafor").PostAsync($"/api/requests/{_first}/renew")).ShouldBe(200);
        await _bench.SettleAsync();
        var form = new AForm(_bench);
        await form.SignInAsync("okafor");
        await form.GetAsync("/requests");

        var sent = (await form.PostAsync("/requests/renew-all", ("back", "list"))).ShouldBe(303).Header("Location")!;
        var page = (await form.GetAsync(sent)).ShouldBe(200).Text;

        sent.ShouldStartWith("/requests?asked=1&no=");
        page.ShouldContain("We’ve asked for 1 renewal and will email you the answer.");
        page.ShouldContain("Not renewable: renewal declined.");
        var api = (await _bench.Patron("okafor").PostAsync("/api/requests/renew-all")).Json.GetProperty("items").EnumerateArray().ToList();
        api.Single(one => one.At("id") == _first).At("code").ShouldBe("not-renewable");
        api.Single(one => one.At("id") == _first).At("why").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_blocked_patron_reads_for_each_loan_why_it_is_not_renewed()
    {
        await _bench.Patron("okafor").HasOfTheLibraryAsync(new { blocks = new[] { "an unpaid bill" } });

        // The answer of the circulation system is kept for a minute.
        await _bench.AdvanceAsync("PT1H");

        var answer = (await _bench.Patron("okafor").PostAsync("/api/requests/renew-all")).ShouldBe(200).Json.GetProperty("items").EnumerateArray().ToList();

        answer.Count.ShouldBe(2);
        answer.ShouldAllBe(one => one.At("code") == "blocked" && one.At("why")!.Contains("an unpaid bill"));
    }

    [Fact]
    public async Task Nobody_renews_another_patrons_loans()
    {
        (await _bench.Patron("petrov").PostAsync("/api/requests/renew-all")).ShouldBe(200).Json.GetProperty("items").GetArrayLength().ShouldBe(0);

        (await _bench.Patron("okafor").SeesAsync(_first)).Actions().ShouldContain("renew");
    }
}
