using System.Text;
using Hkall.Service.Downloads.Scanning;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Hkall.Service.Tests.Scanning;

/// <summary>Files scanned by ClamAV's real daemon.</summary>
public sealed class ClamdTests(ClamdServer clamd, ITestOutputHelper output) : IClassFixture<ClamdServer>
{
    [Theory]
    [InlineData("%PDF-1.7\n%%EOF")]
    [InlineData("II*\0 a picture")]
    [InlineData("x")]
    public async Task A_harmless_file_is_clean(string content) => (await ScanAsync(content))?.ShouldBeOfType<FileVerdict.Clean>();

    [Fact]
    public async Task The_test_file_of_EICAR_is_found_by_its_name() =>
        (await ScanAsync(ClamdServer.Eicar))?.ShouldBe(new FileVerdict.Infected("Test.Eicar.UNOFFICIAL"));

    [Fact]
    public async Task It_is_found_inside_a_PDF_too() =>
        (await ScanAsync($"%PDF-1.4\n1 0 obj\n<< /Length {ClamdServer.Eicar.Length} >>\nstream\n{ClamdServer.Eicar}\nendstream\nendobj\n%%EOF"))
            ?.ShouldBeOfType<FileVerdict.Infected>();

    [Fact]
    public async Task It_is_found_at_the_end_of_a_file_of_many_pieces() =>
        (await ScanAsync(new string('a', 300_000) + ClamdServer.Eicar))?.ShouldBeOfType<FileVerdict.Infected>();

    [Fact]
    public async Task A_file_that_the_daemon_finds_too_large_is_not_called_clean() =>
        (await ScanAsync(new string('a', 9 * 1024 * 1024)))?.ShouldBeOfType<FileVerdict.NotNow>();

    [Fact]
    public async Task A_socket_on_this_machine_serves_as_well()
    {
        if (IsThere())
        {
            (await Scanner(clamd.Local).ScanAsync(Of(ClamdServer.Eicar), CancellationToken.None)).ShouldBeOfType<FileVerdict.Infected>();
        }
    }

    [Fact]
    public async Task A_stored_file_is_scanned_where_it_lies()
    {
        if (!IsThere())
        {
            return;
        }

        var blobs = new MemoryBlobs();
        await blobs.WriteAsync(BlobContainer.Scans, "scan", Of(ClamdServer.Eicar), 1_000, CancellationToken.None);
        var scanner = new ClamdScanner(clamd.Address, blobs, Still);

        (await scanner.OfStoredAsync("scan", CancellationToken.None)).ShouldBeOfType<FileVerdict.Infected>();
        (await scanner.OfStoredAsync("none", CancellationToken.None)).ShouldBeOfType<FileVerdict.NotNow>();
    }

    private static MachineTime Still => new(new FakeTimeProvider());

    private static MemoryStream Of(string content) => new(Encoding.Latin1.GetBytes(content));

    private static ClamdScanner Scanner(ClamdAddress address) => new(address, new MemoryBlobs(), Still);

    private async Task<FileVerdict?> ScanAsync(string content) =>
        IsThere() ? await Scanner(clamd.Address).ScanAsync(Of(content), CancellationToken.None) : null;

    private bool IsThere()
    {
        if (!ClamdServer.IsInstalled)
        {
            output.WriteLine("clamd is not installed here (Debian: clamav-daemon), so this proves nothing.");
        }

        return ClamdServer.IsInstalled;
    }
}
