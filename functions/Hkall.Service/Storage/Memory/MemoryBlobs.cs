using System.Collections.Concurrent;

namespace Hkall.Service.Storage.Memory;

/// <summary>Files in memory.</summary>
/// <param name="onRequest">Called for each request that Azure would receive, before anything changes; see <see cref="MemoryRows"/>.</param>
public sealed class MemoryBlobs(Action<string>? onRequest = null) : IBlobs
{
    private readonly ConcurrentDictionary<(BlobContainer Container, string Name), byte[]> _files = new();

    public async Task<StoredBlob> WriteAsync(BlobContainer container, string name, Stream content, long maxBytes, CancellationToken cancellation)
    {
        BlobChecks.Name(name);
        await using var measured = new MeasuredStream(content, maxBytes);
        using var bytes = new MemoryStream();
        await measured.CopyToAsync(bytes, cancellation);
        for (var request = 0; request < BlobChecks.RequestsFor(measured.Bytes); request++)
        {
            onRequest?.Invoke(StorageRequests.WriteBlob);
        }

        _files[(container, name)] = bytes.ToArray();
        return measured.Measured();
    }

    public Task<Stream?> OpenAsync(BlobContainer container, string name, CancellationToken cancellation)
    {
        BlobChecks.Name(name);
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.ReadBlob);
        return Task.FromResult<Stream?>(_files.TryGetValue((container, name), out var bytes) ? new MemoryStream(bytes, writable: false) : null);
    }

    public Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellation)
    {
        BlobChecks.Name(name);
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.DeleteBlob);
        _files.TryRemove((container, name), out _);
        return Task.CompletedTask;
    }
}
