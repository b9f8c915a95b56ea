using System.Text.Json;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What patrons, staff and libraries write to each other about a request.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const string Question = "Only the second edition is here. Is that right?";

    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;
    private AnIsoLibrary _hku = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff, _hku) = (_bench.NewPatron(), _bench.LendingStaff(), new AnIsoLibrary(_bench, "HKU", IsoVersion.V12));
        await _bench.ScriptAsync("*", "silent");
        await _hku.SpeaksAsync();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_lenders_question_waits_for_staff_whose_answer_goes_back_as_a_notification()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _hku.SaysAsync(_hku.About(id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply));
        (await _hku.SaysAsync(Asks(id, SupplyStatus.WillSupply))).Header!.Status.ShouldBe(MessageStatus.OK);

        var row = (await RowsAsync("/api/staff/worklists/unread-messages")).ShouldHaveSingleItem();
        (row.At("id"), row.At("unread"), row.GetProperty("unreadFrom").Items().Single().GetString()).ShouldBe((id, "1", "library"));
        (await _patron.StatusAsync(id)).ShouldBe("expected");
        var seen = await _staff.SeesAsync(id);
        seen.GetProperty("thread").Items().Single().At("words").ShouldBe(Question);
        seen.GetRawText().ShouldNotContain("message-set-aside");

        await _staff.DoesAsync("write-library", id, new { note = "Any edition will do." });

        (await _staff.WorklistAsync("unread-messages")).ShouldBeEmpty();
        (await _hku.ReceivedAsync(id)).ShouldBe(["request", "note"]);
        (await _staff.SeesAsync(id)).GetProperty("thread").Items().Select(message => message.At("from")).ShouldBe(["library", "staff"]);
        (await _patron.SeesAsync(id)).GetProperty("messages").Items().ShouldBeEmpty("What libraries write is between them and staff.");
    }

    [Fact]
    public async Task A_closed_request_is_heard_too_and_leaves_the_list_when_it_is_read()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _patron.CancelsAsync(id);
        await _hku.SaysAsync(_hku.About(id, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled));
        (await _patron.StatusAsync(id)).ShouldBe("cancelled");

        await _hku.SaysAsync(Asks(id, SupplyStatus.Cancelled));
        (await _staff.WorklistAsync("unread-messages")).ShouldBe([id]);
        (await _staff.GetAsync("/api/staff/worklists")).ShouldBe(200).Json.Items()
            .Single(list => list.At("name") == "unread-messages").At("count").ShouldBe("1");

        await _staff.DoesAsync("mark-read", id);
        (await _staff.WorklistAsync("unread-messages")).ShouldBeEmpty();
        (await _patron.StatusAsync(id)).ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_patron_asks_staff_answer_and_the_mail_leads_back_to_the_request()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.PostAsync($"/api/requests/{id}/messages", new { message = " " })).ShouldBlame(400, "missing-member", "message");
        (await _patron.PostAsync($"/api/requests/{id}/messages", new { message = new string('x', 2_001) })).ShouldBlame(400, "too-long", "message");

        (await _patron.PostAsync($"/api/requests/{id}/messages", new { message = "Is it coming?" })).ShouldBe(200);
        (await _staff.WorklistAsync("unread-messages")).ShouldBe([id]);
        await _staff.DoesAsync("write", id, new { message = "free", answer = "still-looking" });

        (await _staff.WorklistAsync("unread-messages")).ShouldBeEmpty();
        (await _patron.SeesAsync(id)).GetProperty("messages").Items().Select(message => (message.At("from"), message.At("text")))
            .ShouldBe([("patron", "Is it coming?"), ("staff", "We are still looking for it and will write to you as soon as we know more.")]);
        (await _patron.MailAsync(id)).ShouldContain("staff-message");
    }

    [Fact]
    public async Task A_patron_writes_so_often_a_day_and_no_more()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        for (var i = 0; i < 5; i++)
        {
            (await _patron.PostAsync($"/api/requests/{id}/messages", new { message = "Is it coming?" })).ShouldBe(200);
        }

        (await _patron.PostAsync($"/api/requests/{id}/messages", new { message = "Is it?" })).ShouldBeProblem(409, "too-many-messages");
        (await RowsAsync("/api/staff/worklists/unread-messages")).Single().At("unread").ShouldBe("5");
    }

    [Fact]
    public async Task A_borrowers_question_stands_in_the_lending_list_until_it_is_answered()
    {
        var cuhk = new ABorrower(_bench, "CUHK");
        var id = await cuhk.AsksForABookAsync("CUHK-1");
        await cuhk.SaysAsync("notification", "CUHK-1", new { note = "Two maps belong to it." });

        (await cuhk.WorklistAsync("unread-messages")).ShouldBe([id]);
        var seen = await cuhk.SeesAsync(id);
        seen.GetProperty("thread").Items().Single().At("words").ShouldBe("Two maps belong to it.");
        await cuhk.DoesAsync("write-library", id, new { note = "They will come with it." });

        (await cuhk.WorklistAsync("unread-messages")).ShouldBeEmpty();
        (await cuhk.ToldAsync("CUHK-1"))[^1].At("note").ShouldBe("They will come with it.");
        (await cuhk.WordsAsync("CUHK-1"))[^1].ShouldBe("note");
    }

    [Fact]
    public async Task A_question_stops_the_search_of_staff_and_the_patrons_answer_starts_it_again()
    {
        var id = await _patron.HasPlacedAsync(new { service = "loan", item = new { title = "A book that nobody has", author = "Nobody Known" } });
        (await _patron.StatusAsync(id)).ShouldBe("in-review");
        await _staff.DoesAsync("write", id, new { message = "free", note = "Which edition?", answerBy = "2026-12-01" });

        (await _patron.SeesAsync(id)).At("next.awaited").ShouldBe("patron-answer");
        (await _staff.WorklistAsync("to-review")).ShouldBeEmpty();
        (await _staff.WorklistAsync("awaiting-patron")).ShouldBe([id]);

        (await _patron.PostAsync($"/api/requests/{id}/messages", new { message = "The second." })).ShouldBe(200);
        (await _patron.SeesAsync(id)).At("next.awaited").ShouldBe("further-search");
        (await _staff.WorklistAsync("to-review")).ShouldBe([id]);
    }

    private SupplierMessage Asks(string id, SupplyStatus status)
    {
        var message = _hku.About(id, ReasonForMessage.Notification, status);
        return message with { Info = message.Info with { Note = Question } };
    }

    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string path) => [.. (await _staff.GetAsync(path)).ShouldBe(200).Json.Items()];
}
