using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Storage;

/// <summary>Scans and large messages.</summary>
public abstract class BlobsContract : StoresContract
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task A_file_comes_back_as_it_was_written()
    {
        var written = await WriteAsync("scan-1", Encoding.UTF8.GetBytes("第一頁"));

        written.ShouldBe(new StoredBlob(9, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("第一頁")))));
        (await ReadAsync("scan-1")).ShouldBe(Encoding.UTF8.GetBytes("第一頁"));
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        (await WriteAsync("scan-1", [])).Bytes.ShouldBe(0);
        (await ReadAsync("scan-1")).ShouldBe([]);
    }

    [Fact]
    public async Task A_scan_of_ten_megabytes_is_streamed_counted_and_hashed()
    {
        var scan = Pages(10 * MiB);

        var written = await Stores.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new Upload(scan), 50 * MiB, None);

        written.ShouldBe(new StoredBlob(10 * MiB, Convert.ToHexStringLower(SHA256.HashData(scan))));
        (await ReadAsync("scan-1"))!.AsSpan().SequenceEqual(scan).ShouldBeTrue();
    }

    [Fact]
    public async Task Writing_again_replaces_what_was_there()
    {
        await WriteAsync("scan-1", Pages(5 * MiB));
        await WriteAsync("scan-1", [1, 2, 3]);

        (await ReadAsync("scan-1")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found() => (await ReadAsync("scan-1")).ShouldBeNull();

    [Fact]
    public async Task A_file_of_another_container_is_another_file()
    {
        await WriteAsync("scan-1", [1]);

        (await Stores.Blobs.OpenAsync(BlobContainer.Messages, "scan-1", None)).ShouldBeNull();
    }

    [Theory]
    [InlineData(1000, 999)]
    [InlineData((5 * MiB) + 1, 5 * MiB)]
    [InlineData(10 * MiB, (10 * MiB) - 1)]
    public async Task A_file_that_is_too_large_leaves_nothing_behind(int bytes, int most)
    {
        var refused =
            await Should.ThrowAsync<BlobTooLargeException>(() => Stores.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new Upload(Pages(bytes)), most, None));

        refused.MaxBytes.ShouldBe(most);
        (await ReadAsync("scan-1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_of_exactly_the_most_is_taken()
    {
        (await Stores.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new Upload(Pages(5 * MiB)), 5 * MiB, None)).Bytes.ShouldBe(5 * MiB);
    }

    [Fact]
    public async Task A_file_that_is_too_large_leaves_the_one_that_was_there()
    {
        await WriteAsync("scan-1", [1, 2, 3]);

        await Should.ThrowAsync<BlobTooLargeException>(() => Stores.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new Upload(Pages(9 * MiB)), 8 * MiB, None));

        (await ReadAsync("scan-1")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind_and_says_why()
    {
        await Should.ThrowAsync<EndOfStreamException>(() =>
            Stores.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new Upload(Pages(6 * MiB)) { BreaksOff = true }, 50 * MiB, None));

        (await ReadAsync("scan-1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_deleting_it_again_is_no_error()
    {
        await WriteAsync("scan-1", [1]);

        await Stores.Blobs.DeleteAsync(BlobContainer.Scans, "scan-1", None);
        (await ReadAsync("scan-1")).ShouldBeNull();
        await Stores.Blobs.DeleteAsync(BlobContainer.Scans, "scan-1", None);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../scan")]
    [InlineData("a/b")]
    [InlineData("scan.pdf")]
    [InlineData("掃描")]
    public async Task A_name_is_letters_digits_and_hyphens(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync(name, [1]));
        await Should.ThrowAsync<ArgumentException>(() => Stores.Blobs.OpenAsync(BlobContainer.Scans, name, None));
        await Should.ThrowAsync<ArgumentException>(() => Stores.Blobs.DeleteAsync(BlobContainer.Scans, name, None));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1000, 1)]
    [InlineData((4 * MiB) - 1, 1)]
    [InlineData(4 * MiB, 2)]
    [InlineData((4 * MiB) + 1, 3)]
    [InlineData(8 * MiB, 3)]
    [InlineData(10 * MiB, 4)]
    public async Task Writing_is_one_request_or_one_for_each_piece_and_one_more(int bytes, int requests) =>
        (await Stores.CostOf(() => Stores.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new Upload(Pages(bytes)), 50 * MiB, None))).ShouldBe(
            $"blobs PUT: {requests}");

    [Fact]
    public async Task Reading_and_deleting_are_one_request_each()
    {
        await WriteAsync("scan-1", Pages(5 * MiB));

        (await Stores.CostOf(() => ReadAsync("scan-1"))).ShouldBe("blobs GET: 1");
        (await Stores.CostOf(() => ReadAsync("scan-2"))).ShouldBe("blobs GET: 1");
        (await Stores.CostOf(() => Stores.Blobs.DeleteAsync(BlobContainer.Scans, "scan-1", None))).ShouldBe("blobs DELETE: 1");
        (await Stores.CostOf(() => Stores.Blobs.DeleteAsync(BlobContainer.Scans, "scan-1", None))).ShouldBe("blobs DELETE: 1");
    }

    private static byte[] Pages(int bytes)
    {
        var pages = new byte[bytes];
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i] = (byte)(((i >> 3) ^ (i * 31L)) & 0xff);
        }

        return pages;
    }

    private Task<StoredBlob> WriteAsync(string name, byte[] content) =>
        Stores.Blobs.WriteAsync(BlobContainer.Scans, name, new MemoryStream(content), 50 * MiB, None);

    private async Task<byte[]?> ReadAsync(string name)
    {
        await using var content = await Stores.Blobs.OpenAsync(BlobContainer.Scans, name, None);
        if (content is null)
        {
            return null;
        }

        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        return read.ToArray();
    }

    /// <summary>A body as it arrives over HTTP: of unknown length, in pieces of any size, and not always to its end.</summary>
    private sealed class Upload(byte[] content) : MemoryStream(content)
    {
        public bool BreaksOff { get; init; }

        public override bool CanSeek => false;

        // Everything else that a MemoryStream reads with comes down to this.
        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, Math.Min(count, 50_000));
            return read == 0 && BreaksOff ? throw new EndOfStreamException("The patron's browser has gone.") : read;
        }
    }
}
