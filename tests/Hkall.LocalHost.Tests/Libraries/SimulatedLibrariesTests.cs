using System.Net;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.LocalHost.Libraries;
using Hkall.LocalHost.Tests.Drivers;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Libraries;

public sealed class SimulatedLibrariesTests
{
    private static readonly DateTimeOffset Tuesday = Times.At("2026-11-24T10:00:00+08:00");

    [Fact]
    public async Task A_library_promises_ships_and_completes_a_loan_by_signed_callbacks()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        (await bench.TellAsync("CUHK", RequestingAction.Request, "m1")).ShouldBe(HttpStatusCode.Accepted);
        await bench.AdvanceAsync("P7D");
        await bench.TellAsync("CUHK", RequestingAction.Received, "m2");
        await bench.TellAsync("CUHK", RequestingAction.Returned, "m3");
        await bench.AdvanceAsync("P7D");

        bench.Callbacks.ShouldAllBe(
            callback => callback.SignatureFits && callback.Path == "/api/partners/CUHK/callbacks" && callback.ContentType == "application/json");
        bench.Callbacks.Select(callback => (callback.Status, callback.At)).ShouldBe(
            [("will-supply", Times.Monday), ("shipped", Tuesday), ("completed", Times.At("2026-12-03T10:00:00+08:00"))]);
        var shipped = bench.Callbacks[1].Json;
        shipped.GetProperty("messageId").GetString().ShouldBe("CUHK-r1-2");
        shipped.GetProperty("requestId").GetString().ShouldBe("r1");
        shipped.GetProperty("dueOn").GetString().ShouldBe("2027-02-22");
        shipped.GetProperty("at").GetDateTimeOffset().ShouldBe(Tuesday);
        bench.Callbacks[1].WebhookId.ShouldBe("CUHK-r1-2");
    }

    [Fact]
    public async Task A_library_sends_the_scan_of_a_copy_as_a_signed_pdf()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.TellAsync("HKU", RequestingAction.Request, "m1", ServiceType.Copy);
        await bench.AdvanceAsync("P2D");

        bench.Callbacks.Select(callback => callback.Status).ShouldBe(["will-supply", "file"]);
        var file = bench.Callbacks[1];
        file.ShouldSatisfyAllConditions(
            () => file.Method.ShouldBe("PUT"),
            () => file.Path.ShouldBe("/api/partners/HKU/requests/r1/file"),
            () => file.ContentType.ShouldBe("application/pdf"),
            () => file.SignatureFits.ShouldBeTrue(),
            () => Encoding.ASCII.GetString(file.Body).ShouldStartWith("%PDF-1.4"));
    }

    [Fact]
    public async Task A_message_that_comes_again_is_counted_and_changes_nothing()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.AdvanceAsync("P7D");

        bench.Callbacks.Select(callback => callback.Status).ShouldBe(["will-supply", "shipped"]);
        var sent = (await bench.GetAsync("/bench/partners/CUHK/sent")).EnumerateArray().ShouldHaveSingleItem();
        sent.GetProperty("deliveries").GetInt32().ShouldBe(2);
        sent.GetProperty("messageId").GetString().ShouldBe("m1");
        sent.GetProperty("message").GetString().ShouldBe("request");
        sent.GetProperty("requestId").GetString().ShouldBe("r1");
        sent.GetProperty("service").GetString().ShouldBe("loan");
        sent.GetProperty("item").GetProperty("title").GetString().ShouldBe("吶喊");
        sent.GetProperty("receivedAt").GetDateTimeOffset().ShouldBe(Times.Monday);
    }

    [Fact]
    public async Task A_message_with_a_wrong_signature_is_not_heard()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        var another = bench.The<LibraryList>().Find("HKU")!.Secret;

        (await bench.TellAsync("CUHK", RequestingAction.Request, "m1", secret: another)).ShouldBe(HttpStatusCode.Unauthorized);

        (await bench.GetAsync("/bench/partners/CUHK/sent")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_request_is_not_shipped()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.SettleAsync();
        await bench.TellAsync("CUHK", RequestingAction.Cancel, "m2");
        await bench.AdvanceAsync("P30D");

        bench.Callbacks.Select(callback => callback.Status).ShouldBe(["will-supply", "cancelled"]);
    }

    [Fact]
    public async Task A_cancellation_that_comes_after_the_parcel_has_left_is_declined()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.AdvanceAsync("P2D");
        await bench.TellAsync("CUHK", RequestingAction.Cancel, "m2");
        await bench.SettleAsync();

        bench.Callbacks[^1].Status.ShouldBe("cancel-declined");
    }

    [Fact]
    public async Task A_script_is_followed_in_order_each_library_for_itself_and_its_last_word_repeats()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.ScriptAsync("*", "unfilled", "silent");
        await bench.ScriptAsync("HKU", "conditional-cost");
        foreach (var (i, symbol) in new[] { "CUHK", "CUHK", "CUHK", "HKU", "HKUST" }.Index())
        {
            await bench.TellAsync(symbol, RequestingAction.Request, $"m{i}", requestId: $"r{i}");
            await bench.SettleAsync();
        }

        bench.Callbacks.Select(callback => $"{callback.Path.Split('/')[3]} {callback.Status}").ShouldBe(["CUHK unfilled", "HKU conditional", "HKUST unfilled"]);
        bench.Callbacks[1].Json.GetProperty("cost").GetProperty("amount").GetDecimal().ShouldBe(450);
        bench.Callbacks[1].Json.GetProperty("cost").GetProperty("currency").GetString().ShouldBe("HKD");
    }

    [Theory]
    [InlineData("duplicate-messages", "will-supply CUHK-r1-1, will-supply CUHK-r1-1, shipped CUHK-r1-2, shipped CUHK-r1-2")]
    [InlineData("out-of-order", "shipped CUHK-r1-1, will-supply CUHK-r1-2")]
    [InlineData("malformed", "not-json CUHK-r1-1, shelved-upside-down CUHK-r1-2")]
    [InlineData("silent", "")]
    [InlineData("http-500", "")]
    public async Task Messages_come_as_the_scenario_says(string scenario, string expected)
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.ScriptAsync("CUHK", scenario);
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.AdvanceAsync("P30D");

        string.Join(", ", bench.Callbacks.Select(callback => $"{callback.Status} {callback.WebhookId}")).ShouldBe(expected);
        bench.Callbacks.ShouldAllBe(callback => callback.SignatureFits);
    }

    [Fact]
    public async Task A_bad_signature_is_refused_and_not_tried_again()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.ScriptAsync("CUHK", "bad-signature");
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.AdvanceAsync("P30D");

        bench.Callbacks.Select(callback => (callback.Status, callback.SignatureFits)).ShouldBe([("will-supply", false), ("shipped", false)]);
    }

    [Fact]
    public async Task A_library_whose_system_is_down_answers_500_and_still_shows_what_came()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.ScriptAsync("CUHK", "http-500", "loan");

        (await bench.TellAsync("CUHK", RequestingAction.Request, "m1")).ShouldBe(HttpStatusCode.InternalServerError);
        (await bench.TellAsync("CUHK", RequestingAction.Request, "m1")).ShouldBe(HttpStatusCode.InternalServerError);
        (await bench.TellAsync("CUHK", RequestingAction.Request, "m2", requestId: "r2")).ShouldBe(HttpStatusCode.Accepted);

        (await bench.GetAsync("/bench/partners/CUHK/sent")).EnumerateArray().Select(sent => sent.GetProperty("deliveries").GetInt32()).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task A_callback_that_the_desk_cannot_take_is_sent_again_unchanged_each_minute_and_the_next_one_waits()
    {
        await using var bench = await BenchUnderTest.StartAsync();
        await bench.ScriptAsync("CUHK", "loan");
        bench.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        bench.Answers.Enqueue(HttpStatusCode.TooManyRequests);
        await bench.TellAsync("CUHK", RequestingAction.Request, "m1");
        await bench.AdvanceAsync("P7D");

        bench.Callbacks.Select(callback => (callback.Status, callback.At)).ShouldBe(
            [("will-supply", Times.Monday), ("will-supply", Times.Monday.AddMinutes(1)), ("will-supply", Times.Monday.AddMinutes(2)), ("shipped", Tuesday)]);
        bench.Callbacks[1].Body.ShouldBe(bench.Callbacks[0].Body);
        bench.Callbacks[1].WebhookId.ShouldBe(bench.Callbacks[0].WebhookId);
    }

    [Fact]
    public async Task What_a_library_means_to_send_outlives_the_process_and_is_sent_once()
    {
        using var folder = new TempFolder();
        var secret = "";
        await using (var before = await BenchUnderTest.StartAsync(folder))
        {
            secret = before.The<LibraryList>().Find("CUHK")!.Secret;
            await before.ScriptAsync("CUHK", "loan", "unfilled");
            await before.TellAsync("CUHK", RequestingAction.Request, "m1");
            await before.SettleAsync();
            before.Callbacks.Select(callback => callback.Status).ShouldBe(["will-supply"]);
        }

        await File.AppendAllTextAsync(folder.File("libraries.jsonl"), "{\"what\":\"heard\",\"symbol\":\"CUH");
        await using var after = await BenchUnderTest.StartAsync(folder);
        await after.TellAsync("CUHK", RequestingAction.Request, "m1");
        await after.TellAsync("CUHK", RequestingAction.Request, "m2", requestId: "r2");
        await after.AdvanceAsync("P7D");

        after.The<LibraryList>().Find("CUHK")!.Secret.ShouldBe(secret);
        after.Callbacks.Select(callback => callback.WebhookId).ShouldBe(["CUHK-r2-1", "CUHK-r1-2"]);
        after.Callbacks.Select(callback => callback.Status).ShouldBe(["unfilled", "shipped"]);
        (await after.GetAsync("/bench/partners/CUHK/sent"))[0].GetProperty("deliveries").GetInt32().ShouldBe(2);
    }
}
