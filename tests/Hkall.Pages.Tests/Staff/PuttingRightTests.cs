using System.Net;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>What went wrong at the counter is put right with the forms of the request's page.</summary>
public sealed class PuttingRightTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private LendingStaff _staff = null!;
    private APatron _patron = null!;
    private AForm _page = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_staff, _patron, _page) = (_bench.LendingStaff(), _bench.Patron("okafor"), new AForm(_bench));
        _page.GoOnWith(_bench.SessionOf(LendingStaff.Person));
        _id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _staff.DoesAsync("library-said", _id, new { symbol = await AskedAsync(_id), status = "shipped", dueOn = "2027-03-31", by = "telephone", note = "Ms Lee." });
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task The_wrong_book_under_the_scanner_is_a_slip_that_the_patron_and_the_lender_hear_was_none()
    {
        await _staff.DoesAsync("receive", _id);
        (await TextAsync()).ShouldContain("Undo: received");

        (await UndoAsync("receive")).ShouldBe(303);

        (await _patron.StatusAsync(_id)).ShouldBe("in-transit");
        (await _patron.MailAsync(_id)).ShouldContain("corrected");
        (await TextAsync()).ShouldContain("Undone: received (The wrong book.)");
        await _staff.DoesAsync("receive", _id);
        (await _patron.StatusAsync(_id)).ShouldBe("ready-for-pickup");
    }

    [Fact]
    public async Task Each_step_is_offered_to_be_undone_the_last_first()
    {
        await _staff.DoesAsync("receive", _id);
        await _staff.DoesAsync("check-out", _id);
        await _staff.DoesAsync("check-in", _id);
        await _staff.DoesAsync("send-back", _id);

        (string Step, string Status)[] back =
            [("send-back", "returning"), ("check-in", "on-loan"), ("check-out", "ready-for-pickup"), ("receive", "in-transit")];
        foreach (var (step, status) in back)
        {
            (await UndoAsync(step)).ShouldBe(303);
            (await _patron.StatusAsync(_id)).ShouldBe(status);
        }

        (await TextAsync()).ShouldNotContain("Undo:");
    }

    [Fact]
    public async Task An_old_page_does_not_undo_the_step_that_followed()
    {
        await _staff.DoesAsync("receive", _id);
        await _page.GetAsync($"/staff/requests/{_id}");
        await _staff.DoesAsync("check-out", _id);

        (await _page.PostAsync($"/staff/requests/{_id}", ("action", "undo"), ("step", "receive"), ("note", "The wrong book."))).ShouldBe(412);
        (await _patron.StatusAsync(_id)).ShouldBe("on-loan");
        (await _staff.TriesToAsync("undo", _id, new { step = "receive", note = "The wrong book." })).ShouldBeProblem(409, "nothing-to-undo");
    }

    [Fact]
    public async Task A_due_date_is_set_for_one_loan_or_for_those_ticked_in_the_list()
    {
        await _staff.DoesAsync("receive", _id);
        await _staff.DoesAsync("check-out", _id);
        await _page.GetAsync($"/staff/requests/{_id}");

        (await _page.PostAsync($"/staff/requests/{_id}", ("action", "set-dates"), ("dueOn", "2027-03-01"), ("note", "An exhibition."))).ShouldBe(303);
        (await _patron.SeesAsync(_id)).At("loan.dueOn").ShouldBe("2027-03-01");
        (await _patron.MailAsync(_id)).Count(mail => mail == "due-date-set").ShouldBe(1);

        await _page.GetAsync("/staff/worklists/on-loan");
        (await _page.PostAsync("/staff/worklists/on-loan", ("action", "set-dates"), ("ids", _id), ("dueOn", "2027-03-03"), ("note", "Typhoon."))).ShouldBe(200);
        (await _patron.SeesAsync(_id)).At("loan.dueOn").ShouldBe("2027-03-03");
    }

    [Fact]
    public async Task A_date_that_the_lender_does_not_allow_is_refused_with_the_lenders_date()
    {
        await _staff.DoesAsync("receive", _id);
        await _staff.DoesAsync("check-out", _id);

        (await _staff.TriesToAsync("set-dates", _id, new { dueOn = "2027-05-03", note = "A longer one." })).ShouldBeProblem(422, "date-not-possible");
    }

    [Fact]
    public async Task A_request_that_was_cancelled_by_mistake_is_opened_again_and_its_library_asked_again()
    {
        var other = await _patron.HasPlacedAsync(Orders.BookNumber(3));
        var library = await AskedAsync(other);
        await _patron.CancelsAsync(other);
        await _staff.DoesAsync("library-said", other, new { symbol = library, status = "cancelled", by = "telephone", note = "Ms Lee." });
        (await _patron.StatusAsync(other)).ShouldBe("cancelled");

        await _page.GetAsync($"/staff/requests/{other}");
        (await _page.PostAsync($"/staff/requests/{other}", ("action", "reopen"), ("note", "She meant the other one."))).ShouldBe(303);

        (await _patron.StatusAsync(other)).ShouldBe("in-review");
        await _staff.DoesAsync("approve", other);
        (await _patron.StatusAsync(other)).ShouldBe("sourcing");
        (await _patron.MailAsync(other)).ShouldContain("corrected");
    }

    [Fact]
    public async Task The_details_of_an_item_are_corrected_after_its_library_was_asked()
    {
        await _page.GetAsync($"/staff/requests/{_id}/edit");
        (await _page.PostAsync($"/staff/requests/{_id}/edit", ("title", "The structure of scientific revolutions"), ("author", "Kuhn, Thomas S."), ("edition", "2nd")))
            .ShouldBe(303);

        (await TextAsync()).ShouldContain("Details corrected");
        (await _patron.StatusAsync(_id)).ShouldBe("in-transit");
    }

    private async Task<string> TextAsync() => WebUtility.HtmlDecode((await _page.GetAsync($"/staff/requests/{_id}")).Text);

    private async Task<Answer> UndoAsync(string step)
    {
        await _page.GetAsync($"/staff/requests/{_id}");
        return await _page.PostAsync($"/staff/requests/{_id}", ("action", "undo"), ("step", step), ("note", "The wrong book."));
    }

    private async Task<string> AskedAsync(string id) => (await _staff.SeesAsync(id)).At("request.supplier.symbol")!;
}
