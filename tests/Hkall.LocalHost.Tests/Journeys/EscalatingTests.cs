using System.Text.Json;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>No request dies silently: the patron is asked, staff look for another way, and only then it is closed.</summary>
public sealed class EscalatingTests : IAsyncLifetime
{
    /// <summary>A chapter of a book that HKU, HKUST and EDUHK hold, and the British Library.</summary>
    private static readonly object Chapter = new
    {
        service = "copy",
        acceptTiers = new[] { "hkall" },
        item = new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120", chapterTitle = "The Route to Normal Science", pages = "10-22" },
        declaration = Orders.Declared,
    };

    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("okafor");
        _staff = _bench.LendingStaff();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Who_kept_to_HKALL_is_offered_the_libraries_overseas_and_a_copy_and_goes_overseas()
    {
        var id = await OfferedAsync(new { service = "loan", acceptTiers = new[] { "hkall" }, item = Kuhn });

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("in-review");
        request.At("next.awaited").ShouldBe("offer-reminder");
        request.At("next.from").ShouldBe("patron");
        request.At("offer.decideBy").ShouldBe("2026-11-30");
        Ways(request).ShouldBe(["overseas", "copy"]);
        request.Actions().ShouldBe(["offer-decision", "cancel", "office-delivery"]);
        (await _staff.WorklistAsync("awaiting-patron")).ShouldBe([id]);
        await _bench.ScriptAsync("BL", "loan");

        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true })).ShouldBlame(400, "missing-member", "way");
        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true, way = "local" })).ShouldBeProblem(422, "not-offered");
        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true, way = "overseas" })).ShouldBe(200).Json.At("supplier.symbol")
            .ShouldBe("BL");
        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true, way = "overseas" })).ShouldBeProblem(409, "nothing-to-decide");
        await _bench.AdvanceAsync("P2D");

        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await _bench.Library("BL").ReceivedAsync(id)).ShouldBe(["request"]);
    }

    [Fact]
    public async Task Who_says_no_to_every_other_way_is_in_the_hands_of_staff_who_add_a_library()
    {
        var id = await OfferedAsync(new { service = "loan", acceptTiers = new[] { "hkall" }, item = Kuhn });
        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = false })).ShouldBe(200).Json.At("status").ShouldBe("in-review");
        (await _staff.WorklistAsync("no-library-left")).ShouldBe([id]);

        (await _staff.TriesToAsync("approve", id)).ShouldBeProblem(409, "nobody-to-ask");
        (await _staff.TriesToAsync("add-library", id, new { symbol = "NOWHERE" })).ShouldBlame(400, "unknown-library", "symbol");
        (await _staff.TriesToAsync("add-library", id, new { symbol = "HKU" })).ShouldBeProblem(409, "already-asked");
        await _bench.ScriptAsync("CITYU", "loan");
        await _staff.DoesAsync("add-library", id, new { symbol = "CITYU" });
        await _staff.DoesAsync("approve", id);

        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("CITYU");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "offer-decision", "in-review", "item-expected"]);
    }

    [Fact]
    public async Task A_library_of_a_tier_that_was_not_allowed_is_offered_to_the_patron_before_it_is_asked()
    {
        var id =
            await OfferedAsync(
                new { service = "loan", acceptTiers = new[] { "hkall" }, item = new { title = "Capital in the Twenty-First Century", isbn = "9780674430006" } });
        (await _staff.WorklistAsync("no-library-left")).ShouldBe([id]);

        await _staff.DoesAsync("add-library", id, new { symbol = "SYU" });
        await _staff.DoesAsync("approve", id);

        Ways(await _patron.SeesAsync(id)).ShouldBe(["local", "copy"]);
        (await _bench.Library("SYU").ReceivedAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_partners_never_answer_and_nobody_ever_acts_the_request_is_closed_with_what_can_be_done_instead()
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _patron.HasPlacedAsync(new { service = "loan", acceptTiers = new[] { "hkall" }, item = Kuhn });

        await _bench.AdvanceAsync("P90D");

        (await _patron.StatusAsync(id)).ShouldBe("unfilled");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "delayed", "offer-decision", "offer-reminder", "in-review", "unfilled"]);
        var last = (await _bench.MailAsync(_patron.Email)).Last();
        last.At("text").ShouldNotBeNull().ReplaceLineEndings(" ").ShouldContain("ask for a copy of the chapter");
    }

    [Fact]
    public async Task Who_chooses_the_loan_instead_of_a_chapter_has_another_request_in_its_place()
    {
        var id = await OfferedAsync(Chapter);
        Ways(await _patron.SeesAsync(id)).ShouldBe(["overseas", "loan"]);
        await _bench.ScriptAsync("*", "loan");

        var closed = (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true, way = "loan" })).ShouldBe(200).Json;
        closed.At("status").ShouldBe("cancelled");
        var loan = await _patron.SeesAsync(closed.At("replacedBy").ShouldNotBeNull());

        loan.At("service").ShouldBe("loan");
        loan.At("item.chapterTitle").ShouldBeNull();
        loan.At("supplier.tier").ShouldBe("hkall");
        (await _patron.QuotaAsync()).Used.ShouldBe(1);
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "offer-decision"]);
    }

    [Fact]
    public async Task Who_chooses_a_copy_names_the_part_and_the_limits_of_copying_hold()
    {
        var id =
            await OfferedAsync(
                new { service = "loan", acceptTiers = new[] { "hkall" }, item = new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120", totalPages = 264 } });

        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true, way = "copy" })).ShouldBlame(422, "invalid-item", "chapterTitle");
        (await _patron.PostAsync(
            $"/api/requests/{id}/offer-decision", new { accept = true, way = "copy", pages = "1-100", declaration = Orders.Declared })).ShouldBeProblem(
                422, "copyright-limit");
        (await _patron.PostAsync($"/api/requests/{id}/offer-decision", new { accept = true, way = "copy", pages = "10-22", declaration = Orders.Unsigned }))
            .ShouldBlame(422, "declaration-required", "declaration.signature");
        (await _patron.StatusAsync(id)).ShouldBe("in-review");
        var copy =
            (await _patron.PostAsync(
                $"/api/requests/{id}/offer-decision", new { accept = true, way = "copy", pages = "10-22", declaration = Orders.Declared })).ShouldBe(
                    200).Json.At("replacedBy").ShouldNotBeNull();

        (await _patron.SeesAsync(copy)).At("service").ShouldBe("copy");
        (await _staff.SeesAsync(copy)).At("state.replaces").ShouldBe(id);
    }

    [Fact]
    public async Task An_offer_is_taken_only_by_the_one_to_whom_it_was_made()
    {
        var id = await OfferedAsync(new { service = "loan", acceptTiers = new[] { "hkall" }, item = Kuhn });

        (await _bench.Patron("smith").PostAsync($"/api/requests/{id}/offer-decision", new { accept = false })).ShouldBe(404);
    }

    private static object Kuhn => new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" };

    private async Task<string> OfferedAsync(object order)
    {
        await _bench.ScriptAsync("*", "unfilled");
        return await _patron.HasPlacedAsync(order);
    }

    private static IEnumerable<string?> Ways(JsonElement request) =>
        request.GetProperty("offer").GetProperty("ways").EnumerateArray().Select(way => way.At("way"));
}
