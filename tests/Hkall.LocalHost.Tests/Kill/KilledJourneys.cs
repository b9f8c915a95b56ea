using System.Text.Json;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Kill;

/// <summary>The two canonical journeys as their people walk them, over HTTP alone.</summary>
public sealed class KilledJourneys(KilledBench bench)
{
    private const string Staff = "lam-mei-ling";
    private static readonly DateTimeOffset Begin = DateTimeOffset.Parse(ABench.Begins, System.Globalization.CultureInfo.InvariantCulture);

    public async Task LoanAsync(string person)
    {
        var id = await PlaceAsync(person, Orders.Kuhn);
        await bench.MoveToAsync(Begin.AddHours(2));
        await StatusShouldBeAsync(person, id, "expected");
        await bench.MoveToAsync(Begin.AddDays(2));
        await StatusShouldBeAsync(person, id, "in-transit");
        await OrderAsync(id, "receive");
        await bench.MoveToAsync(Begin.AddDays(3));
        await OrderAsync(id, "check-out");

        // The reminder before the due date comes up by itself.
        await bench.MoveToAsync(Begin.AddDays(60));
        await OrderAsync(id, "check-in");
        await OrderAsync(id, "send-back");
        await bench.MoveToAsync(Begin.AddDays(70));
        await ShouldBeOverAsync(
            person,
            id,
            [
                "request-placed", "supplier-asked", "supplier-promised", "item-shipped", "item-received", "item-checked-out",
                "due-reminded", "item-checked-in", "item-sent-back", "loan-completed",
            ],
            ["request-placed", "item-expected", "ready-for-pickup", "checked-out", "due-soon", "returned"],
            ["request", "received", "returned"]);
    }

    public async Task CopyAsync(string person)
    {
        var id = await PlaceAsync(person, Orders.Shannon);
        await bench.MoveToAsync(Begin.AddHours(2));
        await bench.MoveToAsync(Begin.AddDays(2));
        await StatusShouldBeAsync(person, id, "ready-to-download");
        var granted = 0;
        Answer answer;
        while ((answer = (await bench.SendAsync(HttpMethod.Get, $"/api/requests/{id}/file", person: person)).Answer).Status == 200)
        {
            answer.Text.ShouldStartWith("%PDF-");
            (++granted).ShouldBeLessThanOrEqualTo(5);
        }

        // A grant counts though the file did not arrive: at most one for each time the program was killed.
        answer.ShouldBeProblem(410, "no-downloads-left");
        granted.ShouldBeGreaterThanOrEqualTo(5 - bench.Killed);
        await bench.MoveToAsync(Begin.AddDays(3));
        await ShouldBeOverAsync(
            person,
            id,
            [
                "request-placed", "supplier-asked", "supplier-promised", "scan-supplied", "file-downloaded", "file-downloaded",
                "file-downloaded", "file-downloaded", "file-downloaded", "downloads-used-up",
            ],
            ["request-placed", "item-expected", "ready-to-download"],
            ["request", "received"]);
    }

    private async Task<string> PlaceAsync(string person, object order)
    {
        var (answer, _) = await bench.SendAsync(HttpMethod.Post, "/api/requests", order, person, key: "once");
        return answer.ShouldBe(201).Json.At("id")!;
    }

    /// <summary>"No" can only mean that it was done before the answer was lost.</summary>
    private async Task OrderAsync(string id, string action)
    {
        var (answer, again) = await bench.SendAsync(HttpMethod.Post, $"/api/staff/requests/{id}/{action}", person: Staff);
        answer.ShouldBe(again && answer.Status == 409 ? 409 : 200);
    }

    private async Task StatusShouldBeAsync(string person, string id, string status) =>
        (await bench.GetAsync($"/api/requests/{id}", person)).At("status").ShouldBe(status);

    private async Task ShouldBeOverAsync(string person, string id, string[] timeline, string[] mails, string[] words)
    {
        // Whatever is still owed is tried again in the hour after.
        await bench.MoveToAsync(Begin.AddDays(71));
        (await bench.GetAsync("/api/requests?state=all", person)).Items().ShouldHaveSingleItem().At("id").ShouldBe(id);
        var request = await bench.GetAsync($"/api/requests/{id}", person);
        request.At("status").ShouldBe("completed");
        request.Timeline().ShouldBe(timeline);

        var mail = (await bench.GetAsync("/bench/mail")).Items();
        mail.Select(one => one.At("template")!).ShouldBe(mails, ignoreOrder: true);
        mail.Select(one => one.At("id")).ShouldBeUnique();

        // A library may hear the same message again, which it knows by its id.
        var heard = (await bench.GetAsync("/bench/partners/HKU/sent")).Items();
        heard.Select(message => message.At("message")!).ShouldBe(words, ignoreOrder: true);
        heard.Select(message => message.At("messageId")).ShouldBeUnique();

        (await bench.GetAsync("/api/staff/parked", Staff)).Items().ShouldBeEmpty();
        var outbox = (await bench.GetAsync($"/api/staff/requests/{id}", Staff)).GetProperty("journal").EnumerateArray()
            .SelectMany(entry => entry.TryGetProperty("outbox", out var items) ? items.EnumerateArray() : default(JsonElement.ArrayEnumerator));
        outbox.ShouldAllBe(item => item.At("state") == "delivered");
    }
}
