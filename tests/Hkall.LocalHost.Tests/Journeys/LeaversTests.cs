using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Patrons who leave the university: found by their name, and lent to no longer than their card is valid.</summary>
public sealed class LeaversTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_loan_is_due_before_the_card_ends()
    {
        var id = await OnTheShelfAsync();
        await _patron.HasOfTheLibraryAsync(new { cardExpiresOn = "2026-12-19" });
        await _bench.AdvanceAsync("PT1H");

        await _staff.DoesAsync("check-out", id);

        (await _patron.SeesAsync(id)).At("loan.dueOn").ShouldBe("2026-12-18", "The card ends on a Saturday.");
    }

    [Fact]
    public async Task A_loan_that_ends_with_the_card_is_not_renewed_and_the_patron_reads_why()
    {
        var id = await OnTheShelfAsync();
        await _patron.HasOfTheLibraryAsync(new { cardExpiresOn = "2026-12-19" });
        await _bench.AdvanceAsync("PT1H");
        await _staff.DoesAsync("check-out", id);

        (await _patron.PostAsync($"/api/requests/{id}/renew")).ShouldBeProblem(409, "card-ends");
        (await _staff.TriesToAsync("renew", id, new { by = "telephone", note = "Dr Okafor." })).ShouldBeProblem(409, "card-ends");
    }

    [Fact]
    public async Task Staff_are_asked_before_they_hand_out_an_item_on_an_expired_card_or_to_a_leaver()
    {
        var id = await OnTheShelfAsync();
        await _patron.HasOfTheLibraryAsync(new { blocks = new[] { "Withdrawn from the University." } });
        await _bench.AdvanceAsync("PT1H");

        (await _staff.TriesToAsync("check-out", id)).ShouldBeProblem(409, "blocked");
        var scanned = (await _staff.PostAsync("/api/staff/scan", new { barcode = id })).ShouldBe(200).Json;
        (scanned.At("outcome"), scanned.At("code")).ShouldBe(("refused", "blocked"));
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");

        await _staff.DoesAsync("check-out", id, new { sure = true });
        (await _patron.StatusAsync(id)).ShouldBe("on-loan");
    }

    [Theory]
    [InlineData("Okafor")]
    [InlineData("ngozi okafor")]
    [InlineData("OKAFOR@ln.example")]
    [InlineData("okafor")]
    public async Task Staff_find_the_requests_of_a_patron_by_what_the_registry_sends(string words)
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.Patron("smith").HasPlacedAsync(Orders.BookNumber(2));

        (await FoundAsync(words)).ShouldBe([id]);
    }

    [Fact]
    public async Task A_Chinese_name_is_found_and_a_name_of_nobody_is_not()
    {
        var id = await _bench.Patron("wong-ka-yan").HasPlacedAsync(Orders.Kuhn);

        (await FoundAsync("黃嘉欣")).ShouldBe([id]);
        (await FoundAsync("嘉欣")).ShouldBe([id]);
        (await FoundAsync("陳大文")).ShouldBeEmpty();
        (await FoundAsync("ka")).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string words) =>
        [.. (await _staff.GetAsync($"/api/staff/requests?q={Uri.EscapeDataString(words)}")).ShouldBe(200).Json.Items().Select(row => row.At("id")!)];

    private async Task<string> OnTheShelfAsync()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await _staff.DoesAsync("receive", id);
        return id;
    }
}
