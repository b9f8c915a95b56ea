using System.Buffers;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Hkall.Service.Storage.Azure;

/// <summary>
/// Files in Azure Blob Storage. A file is uploaded in pieces and becomes visible once they are all there: a reader sees the
/// old file or the new one, and a write that fails leaves the old one in place.
/// </summary>
internal sealed class AzureBlobs(Func<BlobContainer, BlobContainerClient> containers) : IBlobs
{
    public async Task<StoredBlob> WriteAsync(BlobContainer container, string name, Stream content, long maxBytes, CancellationToken cancellation)
    {
        var blob = BlobOf(container, name);
        await using var measured = new MeasuredStream(content, maxBytes);
        var staged = new List<string>();
        var piece = ArrayPool<byte>.Shared.Rent(BlobChecks.PieceBytes);
        try
        {
            await SendAsync(blob, measured, piece, staged, cancellation);
        }
        catch (Exception error) when (error is not StorageUnavailableException && staged.Count > 0)
        {
            await ForgetPiecesAsync(blob);
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        return measured.Measured();
    }

    public Task<Stream?> OpenAsync(BlobContainer container, string name, CancellationToken cancellation)
    {
        var blob = BlobOf(container, name);
        return AzureErrors.CallAsync(
            async () =>
            {
                try
                {
                    return (await blob.DownloadStreamingAsync(cancellationToken: cancellation)).Value.Content;
                }
                catch (RequestFailedException error) when (AzureErrors.IsAnswer(error))
                {
                    return null;
                }
            },
            cancellation);
    }

    public async Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellation)
    {
        var blob = BlobOf(container, name);
        await AzureErrors.CallAsync(() => blob.DeleteIfExistsAsync(cancellationToken: cancellation), cancellation);
    }

    private static async Task SendAsync(BlockBlobClient blob, MeasuredStream content, byte[] piece, List<string> staged, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await content.ReadAtLeastAsync(piece.AsMemory(0, BlobChecks.PieceBytes), BlobChecks.PieceBytes, throwOnEndOfStream: false, cancellation);
            var isLast = read < BlobChecks.PieceBytes;
            if (isLast && staged.Count == 0)
            {
                await AzureErrors.CallAsync(() => blob.UploadAsync(new MemoryStream(piece, 0, read), cancellationToken: cancellation), cancellation);
                return;
            }

            if (read > 0)
            {
                // A piece is named by the hash of the file up to its end, so that two writers of the same name at the same time
                // never combine pieces of both files.
                var id = Convert.ToBase64String(Convert.FromHexString(content.Measured().Sha256));
                await AzureErrors.CallAsync(() => blob.StageBlockAsync(id, new MemoryStream(piece, 0, read), cancellationToken: cancellation), cancellation);
                staged.Add(id);
            }

            if (isLast)
            {
                await PutTogetherAsync(blob, staged, cancellation);
                return;
            }
        }
    }

    private static async Task PutTogetherAsync(BlockBlobClient blob, List<string> staged, CancellationToken cancellation)
    {
        try
        {
            await AzureErrors.CallAsync(() => blob.CommitBlockListAsync(staged, cancellationToken: cancellation), cancellation);
        }
        catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            throw new StorageUnavailableException("Another write of the same file was finished first, and ours has to be made again.", error);
        }
    }

    /// <summary>
    /// Pieces that were never combined cannot be read, but Azure keeps them for a week and has no way to delete them. Writing an
    /// empty file over them removes them. If a file of that name exists already, it stays, and Azure drops the pieces after a week.
    /// </summary>
    private static async Task ForgetPiecesAsync(BlockBlobClient blob)
    {
        try
        {
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(Stream.Null, onlyIfNew, CancellationToken.None);
            await blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException)
        {
            // A failed clean-up must not hide why the write failed.
        }
    }

    private BlockBlobClient BlobOf(BlobContainer container, string name)
    {
        BlobChecks.Name(name);
        return containers(container).GetBlockBlobClient(name);
    }
}
