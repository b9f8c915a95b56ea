using System.Text;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A scan that came by other means, put in by staff; and one that the library's own system sends.</summary>
public sealed class ScanByStaffTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 a scan");

    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Staff_put_in_the_scan_and_the_patron_downloads_just_that_file()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);

        (await _staff.PutsScanAsync(id, Pdf)).ShouldBe(200).Json.At("status").ShouldBe("ready-to-download");

        var file = (await _patron.DownloadsAsync(id)).ShouldBe(200);
        file.Body.ShouldBe(Pdf);
        file.ContentType.ShouldBe("application/pdf");
        file.ContentHeaders.ContentLength.ShouldBe(Pdf.Length);
        file.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Header("Cache-Control").ShouldBe("no-store");
        file.Header("X-Content-Type-Options").ShouldBe("nosniff");
        file.Header("Accept-Ranges").ShouldBe("none");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "ready-to-download"]);
        (await _bench.Library("HKU").ReceivedAsync(id)).ShouldBe(["request", "received"]);
    }

    [Theory]
    [InlineData("II*\0", "image/tiff", "image/tiff", ".tif")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "image/jpeg", "image/jpeg", ".jpg")]
    [InlineData("\u0089PNG\r\n", "image/png", "image/png", ".png")]
    [InlineData("%PDF-1.7", "application/octet-stream", "application/pdf", ".pdf")]
    [InlineData("%PDF-1.7", "Application/PDF; name=a", "application/pdf", ".pdf")]
    [InlineData("%PDF-1.7", null, "application/pdf", ".pdf")]
    public async Task A_file_is_named_for_what_its_content_is(string content, string? sent, string served, string ending)
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        (await _staff.PutsScanAsync(id, System.Text.Encoding.Latin1.GetBytes(content), sent)).ShouldBe(200);

        var file = (await _patron.DownloadsAsync(id)).ShouldBe(200);
        file.ContentType.ShouldBe(served);
        file.ContentHeaders.ContentDisposition!.FileName.ShouldBe(id + ending);
    }

    [Theory]
    [InlineData("%PDF-1.7", "text/html", 415, "type-mismatch")]
    [InlineData("%PDF-1.7", "image/tiff", 415, "type-mismatch")]
    [InlineData("II*\0", "application/pdf", 415, "type-mismatch")]
    [InlineData("MZ\u0090\0", "application/pdf", 422, "not-a-scan")]
    [InlineData("<html>", null, 422, "not-a-scan")]
    [InlineData("PK\u0003\u0004", "application/octet-stream", 422, "not-a-scan")]
    public async Task A_file_that_is_no_scan_or_not_what_it_is_said_to_be_is_refused_and_not_stored(string content, string? sent, int status, string code)
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        var before = await _bench.CountersAsync();

        (await _staff.PutsScanAsync(id, System.Text.Encoding.Latin1.GetBytes(content), sent)).ShouldBeProblem(status, code);

        (await _bench.CountersAsync()).GetValueOrDefault("blobs PUT").ShouldBe(before.GetValueOrDefault("blobs PUT"));
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
    }

    [Fact]
    public async Task A_range_of_the_file_is_not_to_be_had_so_that_a_download_is_a_download()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        await _staff.PutsScanAsync(id, Pdf);

        (await _patron.GetAsync($"/api/requests/{id}/file", ("Range", "bytes=0-3"))).ShouldBe(200).Body.ShouldBe(Pdf);
        (await _patron.SeesAsync(id)).At("download.remaining").ShouldBe("4");
    }

    [Fact]
    public async Task An_empty_file_is_none_and_nothing_of_it_is_kept()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        var before = await _bench.CountersAsync();

        (await _staff.PutsScanAsync(id, [])).ShouldBeProblem(400, "empty-file");

        var after = await _bench.CountersAsync();
        (after.GetValueOrDefault("blobs DELETE") - before.GetValueOrDefault("blobs DELETE"))
            .ShouldBe(after.GetValueOrDefault("blobs PUT") - before.GetValueOrDefault("blobs PUT"));
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
    }

    [Fact]
    public async Task A_scan_is_refused_for_a_loan_for_a_copy_that_is_here_and_for_a_closed_request()
    {
        var loan = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _staff.PutsScanAsync(loan, Pdf)).ShouldBeProblem(409, "not-a-copy");
        var copy = await _patron.HasPlacedAsync(Orders.Shannon);
        (await _staff.PutsScanAsync(copy, Pdf)).ShouldBe(200);
        (await _staff.PutsScanAsync(copy, Pdf)).ShouldBeProblem(409, "too-late");
        await _bench.AdvanceAsync("P20D");
        (await _staff.PutsScanAsync(copy, Pdf)).ShouldBeProblem(409, "already-closed");
        (await _staff.PutsScanAsync("7YBQX1AGBZMSD7W1X4SXJB9YAJ", Pdf)).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task The_librarys_own_system_sends_a_large_scan_whole()
    {
        var scan = new byte[3 * 1024 * 1024];
        new Random(1948).NextBytes(scan);
        Pdf.CopyTo(scan, 0);
        var id = await _patron.HasPlacedAsync(Orders.Shannon);

        (await _bench.Library("HKU").SendsScanAsync(id, scan)).ShouldBe(202);

        (await _patron.DownloadsAsync(id)).ShouldBe(200).Body.ShouldBe(scan);
    }
}
