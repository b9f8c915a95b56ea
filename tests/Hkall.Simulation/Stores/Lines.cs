using Hkall.Service.Storage;
using Hkall.Simulation.Processes;

namespace Hkall.Simulation.Stores;

/// <summary>The rows as one process reaches them.</summary>
internal sealed class RowsLine(Process process) : IRows
{
    private IRows Rows => process.World.Rows;

    public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Tables, writes: false, "find", key, () => Rows.FindAsync(table, partition, key, cancellation));

    public Task<IReadOnlyList<Row>> RangeAsync(
        RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Tables, writes: false, "range", from, () => Rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation));

    public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Tables, writes: true, "commit", writes[0].Key, () => Rows.CommitAsync(table, partition, writes, cancellation));
}

/// <summary>The files as one process reaches them.</summary>
internal sealed class BlobsLine(Process process) : IBlobs
{
    private IBlobs Blobs => process.World.Blobs;

    public async Task<StoredBlob> WriteAsync(BlobContainer container, string name, Stream content, long maxBytes, CancellationToken cancellation)
    {
        // Read once, since it may be sent twice.
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return await Line.CallAsync(
            process, Shelf.Files, writes: true, "write", name,
            () => Blobs.WriteAsync(container, name, new MemoryStream(bytes.ToArray()), maxBytes, cancellation));
    }

    public Task<Stream?> OpenAsync(BlobContainer container, string name, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Files, writes: false, "open", name, () => Blobs.OpenAsync(container, name, cancellation));

    public Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Files, writes: true, "delete", name, async () =>
        {
            await Blobs.DeleteAsync(container, name, cancellation);
            return true;
        });
}

/// <summary>The queue as one process reaches it.</summary>
internal sealed class QueueLine(Process process) : IMessageQueue
{
    private PartnerQueue Queue => process.World.Queue;

    public Task SendAsync(string body, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Queue, writes: true, "send", string.Empty, async () =>
        {
            await Queue.SendAsync(body, cancellation);
            return true;
        });

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Queue, writes: true, "receive", string.Empty, () => Queue.ReceiveAsync(max, invisibleFor, cancellation));

    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Queue, writes: true, "delete", message.Id, async () =>
        {
            await Queue.DeleteAsync(message, cancellation);
            return true;
        });

    public Task<int> CountAsync(CancellationToken cancellation) =>
        Line.CallAsync(process, Shelf.Queue, writes: false, "count", string.Empty, () => Queue.CountAsync(cancellation));
}
