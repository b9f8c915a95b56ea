using System.Text;
using Hkall.Domain.Model;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Iso18626;

/// <summary>What becomes of our words: the confirmation in the answer decides. And who may speak without a signature.</summary>
public sealed class SuppliersLineTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private AnIsoInbox _inbox = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync(services => services.AddSingleton(new GatewayOptions("let-them-in", "let-them-in-before")));
        _patron = _bench.Patron("okafor");
        _inbox = await AnIsoInbox.StartAsync(IsoVersion.V2021);
        await PutAsync(partner => partner);
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _inbox.DisposeAsync();
    }

    [Fact]
    public async Task Words_go_out_in_the_older_version_until_the_library_has_shown_its_own()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.LendingStaff().DoesAsync("remind", id);

        _inbox.Received.Select(read => read.Version).ShouldBe([IsoVersion.V12, IsoVersion.V2021]);
        _inbox.Received.Select(read => ((SupplyRequest)read.Message!).Service!.RequestType).ShouldBe([RequestType.New, RequestType.Reminder]);
        (await OutboxAsync(id)).ShouldBe("request-HKU delivered, reminder-HKU delivered");
    }

    [Fact]
    public async Task The_lenders_own_number_is_sent_back_and_staff_see_it()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        var hku = new AnIsoLibrary(_bench, "HKU", IsoVersion.V2021);
        var shipped = hku.About(id, ReasonForMessage.StatusChange, SupplyStatus.Loaned);
        await hku.SaysAsync(shipped with { Header = shipped.Header with { SupplierRequestId = "HKU/4711" } });
        await _bench.LendingStaff().DoesAsync("receive", id);

        var received = _inbox.Received.Last().Message.ShouldBeOfType<RequesterMessage>();
        (received.Action, received.Header.SupplierRequestId).ShouldBe((RequesterAction.Received, "HKU/4711"));
        _inbox.Received.First().Header!.SupplierRequestId.ShouldBeNull("It had none yet.");
        (await _bench.LendingStaff().SeesAsync(id)).GetProperty("state").GetProperty("rota")[0].At("lendersNumber").ShouldBe("HKU/4711");
    }

    [Fact]
    public async Task A_cancellation_that_comes_too_late_brings_the_item_with_its_due_date()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _patron.CancelsAsync(id);
        var hku = new AnIsoLibrary(_bench, "HKU", IsoVersion.V2021);
        var late = hku.About(id, ReasonForMessage.CancelResponse, SupplyStatus.Loaned);
        await hku.SaysAsync(late with
        {
            Info = late.Info with { Answer = YesNo.N },
            Status = late.Status with { Due = new DateTimeOffset(2027, 1, 29, 23, 59, 59, TimeSpan.FromHours(8)) },
        });

        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _bench.LendingStaff().SeesAsync(id)).GetProperty("state").At("loan.lenderDueOn").ShouldBe("2027-01-29");
    }

    [Fact]
    public async Task An_answer_without_a_status_is_an_answer()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _patron.CancelsAsync(id);
        var hku = new AnIsoLibrary(_bench, "HKU", IsoVersion.V2021);
        var yes = hku.About(id, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled);

        var xml = Encoding.UTF8.GetString(IsoXml.Write(yes with { Info = yes.Info with { Answer = YesNo.Y } }, IsoVersion.V2021));
        var from = xml.IndexOf("<statusInfo>", StringComparison.Ordinal);
        var to = xml.IndexOf("</statusInfo>", StringComparison.Ordinal) + "</statusInfo>".Length;

        hku.ConfirmationIn(await hku.PostsAsync(xml.Remove(from, to - from))).Header.Status.ShouldBe(MessageStatus.OK);
        await _bench.SettleAsync();
        (await _patron.StatusAsync(id)).ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_damaged_item_is_told_to_its_lender_with_what_staff_saw()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.LendingStaff().DoesAsync("receive", id);
        await _bench.LendingStaff().DoesAsync("damaged", id, new { note = "Coffee on page 12." });

        var told = (RequesterMessage)_inbox.Received.Last().Message!;
        (told.Action, told.Note).ShouldBe((RequesterAction.Notification, "The item is damaged. Coffee on page 12."));
        (await OutboxAsync(id)).ShouldContain("damaged-HKU delivered");
    }

    [Fact]
    public async Task Parts_that_did_not_come_are_told_to_the_lender_with_those_that_did()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.LendingStaff().DoesAsync("receive", id, new { barcode = "V1", parts = 3 });
        await _bench.LendingStaff().DoesAsync("receive", id, new { barcode = "V2" });
        await _bench.LendingStaff().DoesAsync("no-more-parts", id);

        _inbox.Received.Select(read => read.Message).OfType<RequesterMessage>().Single(told => told.Action == RequesterAction.Notification).Note
            .ShouldBe("Not all parts of the item came. 1 of 3 did not come. Here are those with the barcodes V1, V2.");
        (await OutboxAsync(id)).ShouldContain("parts-missing-HKU delivered");
    }

    [Fact]
    public async Task An_error_in_the_confirmation_is_final_and_staff_can_read_it()
    {
        _inbox.Answers = () => Results.Bytes(
            IsoXml.Write(
                new RequestConfirmation
                {
                    Header = new ConfirmationHeader { Timestamp = DateTimeOffset.UnixEpoch, Received = DateTimeOffset.UnixEpoch, Status = MessageStatus.ERROR },
                    Errors = [new ErrorData { Type = ErrorType.UnrecognisedDataValue, Value = "JULAC:LNU" }],
                },
                IsoVersion.V2021),
            "application/xml");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        (await OutboxAsync(id)).ShouldStartWith("request-HKU given-up: HKU answered an error: UnrecognisedDataValue JULAC:LNU.");
        _inbox.Received.ShouldHaveSingleItem();
        await GoesOnWithoutHkuAsync(id);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(301)]
    public async Task A_library_whose_server_refuses_the_request_is_not_waited_for(int status)
    {
        _inbox.Answers = () => Results.StatusCode(status);
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        _inbox.Received.ShouldHaveSingleItem();
        await GoesOnWithoutHkuAsync(id);
    }

    [Fact]
    public async Task A_library_whose_system_takes_nothing_is_passed_over_until_it_takes_something_again()
    {
        _inbox.Answers = () => Results.StatusCode(400);
        foreach (var person in new[] { "okafor", "smith", "fernandes" })
        {
            await _bench.Patron(person).HasPlacedAsync(Orders.Kuhn);
            await _bench.SettleAsync();
        }

        _inbox.Received.Count.ShouldBe(3);
        var spared = await _bench.Patron("petrov").HasPlacedAsync(Orders.Kuhn);
        await _bench.SettleAsync();
        _inbox.Received.Count.ShouldBe(3, "It is not asked.");
        (await _bench.LendingStaff().SeesAsync(spared)).GetProperty("routing").GetProperty("rejections").EnumerateArray()
            .Single(rejection => rejection.At("facts.symbol") == "HKU").At("for").ShouldBe("takes-nothing");
        (await UnreachableSinceAsync()).ShouldNotBeNull();

        // After a day one more request tries it; it is repaired.
        _inbox.Answers = null;
        await _bench.AdvanceAsync("P1DT1H");
        var tried = await _bench.Patron("oneill").HasPlacedAsync(Orders.Kuhn);
        await _bench.SettleAsync();
        (await OutboxAsync(tried)).ShouldContain("request-HKU delivered");
        (await UnreachableSinceAsync()).ShouldBeNull();
    }

    private async Task<string?> UnreachableSinceAsync() =>
        (await _bench.LendingStaff().GetAsync("/api/staff/partners/HKU")).ShouldBe(200).Json.At("unreachableSince");

    private async Task GoesOnWithoutHkuAsync(string id)
    {
        await _bench.SettleAsync();
        var journal = (await _bench.LendingStaff().SeesAsync(id)).GetProperty("journal").EnumerateArray()
            .SelectMany(entry => entry.GetProperty("events").EnumerateArray()).ToList();
        journal.Where(happened => happened.At("event") == "supplier-passed-over").Select(happened => (happened.At("symbol"), happened.At("why")))
            .ShouldBe([("HKU", "undeliverable")]);
        journal.Where(happened => happened.At("event") == "supplier-asked").Select(happened => happened.At("symbol")).First().ShouldBe("HKU");
        journal.Count(happened => happened.At("event") is "supplier-asked" or "offer-made" or "sent-to-review").ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(200)]
    public async Task Without_a_confirmation_it_is_tried_again(int status)
    {
        _inbox.Answers = () => Results.Text("<html>Down for maintenance</html>", statusCode: status);
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await OutboxAsync(id)).ShouldStartWith("request-HKU waiting");

        _inbox.Answers = null;
        await _bench.AdvanceAsync("PT2M");

        (await OutboxAsync(id)).ShouldBe("request-HKU delivered");
    }

    [Fact]
    public async Task A_request_that_could_not_be_said_in_time_is_said_to_nobody()
    {
        _inbox.Answers = () => Results.StatusCode(503);
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.LendingStaff().DoesAsync("next-supplier", id);
        var before = _inbox.Received.Count(read => read.Kind == MessageKind.Request);
        _inbox.Answers = null;
        await _bench.AdvanceAsync("PT20M");

        _inbox.Received.Count(read => read.Kind == MessageKind.Request).ShouldBe(before);
        (await _bench.LendingStaff().SeesAsync(id)).GetProperty("journal").ToString().ShouldContain("HKU is no longer asked.");
    }

    [Theory]
    [InlineData(true, "let-them-in", 200)]
    [InlineData(true, "let-them-in-before", 200)]
    [InlineData(true, "let-me-in", 401)]
    [InlineData(true, "", 401)]
    [InlineData(false, "let-them-in-before", 401)]
    [InlineData(true, null, 401)]
    [InlineData(false, "let-them-in", 401)]
    public async Task Only_whom_the_gateway_vouches_for_speaks_without_a_signature(bool vouched, string? key, int status)
    {
        await PutAsync(partner => partner with { GatewayAuthenticated = vouched });
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        var hku = new AnIsoLibrary(_bench, "HKU", IsoVersion.V2021);
        using var content = new ByteArrayContent(IsoXml.Write(hku.About(id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply), IsoVersion.V2021));
        (string, string)[] headers = key is null ? [] : [(GatewayOptions.Header, key)];

        (await _bench.SendAsync(HttpMethod.Post, "/api/iso18626", null, content, headers)).ShouldBe(status);
        await _bench.SettleAsync();
        (await _patron.StatusAsync(id)).ShouldBe(status == 200 ? "expected" : "sourcing");
    }

    private Task PutAsync(Func<Partner, Partner> change) => PutAsync(change, _inbox.Url);

    private async Task PutAsync(Func<Partner, Partner> change, Uri endpoint) => await _bench.Service<PartnerDirectory>().PutAsync(
        [
            change(new Partner
            {
                Symbol = "HKU",
                Name = "The University of Hong Kong",
                Tier = Tier.Hkall,
                AgencyId = "JULAC:HKU",
                Protocol = Protocol.Iso18626,
                Endpoint = endpoint,
                Secrets = [await _bench.Library("HKU").SecretAsync()],
            }),
        ],
        CancellationToken.None);

    /// <summary>What became of our words to libraries.</summary>
    private async Task<string> OutboxAsync(string id) => string.Join(", ", (await _bench.LendingStaff().SeesAsync(id)).GetProperty("journal").EnumerateArray()
        .SelectMany(entry => entry.GetProperty("outbox").EnumerateArray())
        .Where(item => item.At("effect.effect") == "tell-supplier")
        .Select(
            item => $"{item.At("effect.word")}-{item.At("effect.symbol")} {item.At("state")}" + (item.At("note") is { } note ? $": {note}" : string.Empty)));
}
