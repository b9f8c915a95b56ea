using Hkall.Domain.Model;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Http;

namespace Hkall.LocalHost.Tests.Iso18626;

/// <summary>A library of ISO 18626 says where its scan lies: the desk fetches it, once, and from nowhere it should not.</summary>
public abstract class FetchingScansTests(IsoVersion version) : IAsyncLifetime
{
    private static readonly byte[] Pdf = "%PDF-1.7 the article"u8.ToArray();

    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;
    private AnIsoInbox _inbox = null!;
    private AnIsoLibrary _hku = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
        _inbox = await AnIsoInbox.StartAsync(version);
        _hku = new AnIsoLibrary(_bench, "HKU", version);
        await _bench.Service<PartnerDirectory>().PutAsync(
            [new Partner { Symbol = "HKU", Name = "HKU", Tier = Tier.Hkall, AgencyId = "JULAC:HKU", Protocol = Protocol.Iso18626, IsoVersion = version,
                Endpoint = _inbox.Url, Secrets = [await _hku.SecretAsync()] }],
            CancellationToken.None);
        await _bench.ScriptAsync("*", "silent");
        _id = await _patron.HasPlacedAsync(Orders.Shannon);
        while ((await _patron.SeesAsync(_id)).At("supplier.symbol") != "HKU")
        {
            await _staff.DoesAsync("next-supplier", _id);
        }
    }

    public async Task DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _inbox.DisposeAsync();
    }

    [Fact]
    public async Task A_scan_is_fetched_from_where_it_is_said_to_lie_and_the_patron_has_it()
    {
        _inbox.Files = _ => Results.Bytes(Pdf, "application/octet-stream");

        await SaysItLiesAtAsync(Link("scan.pdf"));
        await SaysItLiesAtAsync(Link("scan.pdf"));

        (await _patron.StatusAsync(_id)).ShouldBe("ready-to-download");
        (await _patron.GetAsync($"/api/requests/{_id}/file")).ShouldBe(200).Body.ShouldBe(Pdf);
        _inbox.Fetched.ShouldBe(["scan.pdf"]);
        (await EventsAsync()).Count(happened => happened == "scan-supplied").ShouldBe(1);
        (await _patron.SeesAsync(_id)).GetRawText().ShouldNotContain("files/scan.pdf", Case.Sensitive, "The address is between libraries.");
    }

    [Fact]
    public async Task A_scan_that_is_not_there_yet_is_tried_again()
    {
        var tries = 0;
        _inbox.Files = _ => ++tries < 3 ? Results.StatusCode(503) : Results.Bytes(Pdf);
        await SaysItLiesAtAsync(Link("scan.pdf"));
        (await _patron.StatusAsync(_id)).ShouldBe("expected");

        await _bench.AdvanceAsync("PT20M");

        (await _patron.StatusAsync(_id)).ShouldBe("ready-to-download");
        tries.ShouldBe(3);
    }

    [Fact]
    public async Task What_never_comes_is_put_before_staff_with_the_reason_and_staff_supply_it_by_hand()
    {
        _inbox.Files = _ => Results.StatusCode(503);
        await SaysItLiesAtAsync(Link("scan.pdf"));

        await _bench.AdvanceAsync("PT6H");

        (await _staff.WorklistAsync("needs-attention")).ShouldBe([_id]);
        (await _staff.SeesAsync(_id)).At("state.scanned.trouble").ShouldBe("It was answered with 503.");
        _inbox.Fetched.Count.ShouldBe(6);
        (await _patron.StatusAsync(_id)).ShouldBe("expected");

        (await _staff.PutsScanAsync(_id, Pdf)).ShouldBe(200);
        (await _patron.StatusAsync(_id)).ShouldBe("ready-to-download");
        (await _staff.WorklistAsync("needs-attention")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("page", "There is a page and not a file.")]
    [InlineData("closed", "It is not open to us (403).")]
    [InlineData("zip", "It is neither a PDF nor a picture.")]
    [InlineData("empty", "It is neither a PDF nor a picture.")]
    [InlineData("round", "It leads from one address to another.")]
    [InlineData("elsewhere", "It is not an https address.")]
    public async Task What_is_no_scan_is_put_before_staff_at_once(string what, string why)
    {
        _inbox.Files = _ => what switch
        {
            "page" => Results.Text("<html>Please sign in</html>", "text/html"),
            "closed" => Results.StatusCode(403),
            "zip" => Results.Bytes("PK\u0003\u0004 not a scan"u8.ToArray(), "application/pdf"),
            "empty" => Results.Bytes([], "application/pdf"),
            "round" => Results.Redirect("/files/round"),
            _ => Results.Redirect("http://169.254.169.254/metadata/instance"),
        };

        await SaysItLiesAtAsync(Link("scan"));

        (await _staff.SeesAsync(_id)).At("state.scanned.trouble").ShouldBe(why);
        (await _staff.WorklistAsync("needs-attention")).ShouldBe([_id]);
    }

    [Theory]
    [InlineData("https://127.0.0.1/scan.pdf", "It is not in the open network.")]
    [InlineData("https://[::1]/scan.pdf", "It is not in the open network.")]
    [InlineData("https://127.0.0.1:1/scan.pdf", "It is not at the usual port of https.")]
    [InlineData("https://10.0.0.1/scan.pdf", "It is not in the open network.")]
    [InlineData("http://169.254.169.254/metadata/instance", "It is not an https address.")]
    [InlineData("http://127.0.0.1:1/bench/clock", "It is not an https address.")]
    public async Task What_lies_in_our_own_network_is_not_fetched(string address, string why)
    {
        await SaysItLiesAtAsync(address);

        (await _staff.SeesAsync(_id)).At("state.scanned.trouble").ShouldBe(why);
        _inbox.Fetched.ShouldBeEmpty();
    }

    private string Link(string name) => new Uri(_inbox.Url, $"/files/{name}").ToString();

    /// <summary>2021 has a place for the address, 1.2 only the note.</summary>
    private async Task SaysItLiesAtAsync(string address)
    {
        var message = _hku.About(_id, ReasonForMessage.StatusChange, SupplyStatus.CopyCompleted);
        var delivery = new DeliveryInfo { Sent = message.Header.Timestamp, Method = new Code("URL") };
        message = version == IsoVersion.V12
            ? message with { Info = message.Info with { Note = $"URL: {address}" }, Delivery = delivery }
            : message with { Delivery = delivery with { Url = address } };
        (await _hku.SaysAsync(message)).Header.Status.ShouldBe(MessageStatus.OK);
    }

    private async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await _staff.SeesAsync(_id)).GetProperty("journal")
            .EnumerateArray().SelectMany(entry => entry.GetProperty("events").EnumerateArray()).Select(happened => happened.At("event")!)];
}

public sealed class FetchingScansIn12Tests() : FetchingScansTests(IsoVersion.V12);

public sealed class FetchingScansIn2021Tests() : FetchingScansTests(IsoVersion.V2021);
