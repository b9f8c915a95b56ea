using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Hkall.Service.Storage.Azure;

/// <summary>
/// Files in Azure Blob Storage. A file goes up piece by piece and becomes visible when all of it is there: a reader sees the
/// old file or the new one, and a write that fails leaves what was there.
/// </summary>
internal sealed class AzureBlobs(Func<BlobContainer, BlobContainerClient> containers) : IBlobs
{
    private static readonly StorageTransferOptions PieceByPiece = new()
    {
        InitialTransferSize = BlobChecks.PieceBytes,
        MaximumTransferSize = BlobChecks.PieceBytes,
        MaximumConcurrency = 1,
    };

    public async Task<StoredBlob> WriteAsync(BlobContainer container, string name, Stream content, long maxBytes, CancellationToken cancellation)
    {
        var blob = BlobOf(container, name);
        await using var measured = new MeasuredStream(content, maxBytes);
        try
        {
            await AzureErrors.CallAsync(() => blob.UploadAsync(measured, new BlobUploadOptions { TransferOptions = PieceByPiece }, cancellation), cancellation);
        }
        catch (Exception error) when (error is not StorageUnavailableException && measured.Bytes > BlobChecks.PieceBytes)
        {
            await ForgetPiecesAsync(blob);
            throw;
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

    /// <summary>
    /// Pieces that were never put together cannot be read, but Azure keeps them for a week and has no way to delete them.
    /// Writing an empty file over them does; where a file of that name is there already, it stays and they go with their week.
    /// </summary>
    private static async Task ForgetPiecesAsync(BlobClient blob)
    {
        try
        {
            var onlyIfNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(BinaryData.Empty, onlyIfNew, CancellationToken.None);
            await blob.DeleteIfExistsAsync(cancellationToken: CancellationToken.None);
        }
        catch (Exception error) when (error is RequestFailedException or AggregateException)
        {
            // Tidying up must not hide why the write failed.
        }
    }

    private BlobClient BlobOf(BlobContainer container, string name)
    {
        BlobChecks.Name(name);
        return containers(container).GetBlobClient(name);
    }
}
