using Hkall.Service.Notices;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The rows as one process sees them.</summary>
internal sealed class CrashingRows(IRows rows, Mishap mishap) : IRows
{
    public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
        mishap.AroundAsync(() => rows.FindAsync(table, partition, key, cancellation));

    public Task<IReadOnlyList<Row>> RangeAsync(
        RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
        mishap.AroundAsync(() => rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation));

    public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
        mishap.AroundAsync(() => rows.CommitAsync(table, partition, writes, cancellation));
}

/// <summary>The files as one process sees them.</summary>
internal sealed class CrashingBlobs(IBlobs blobs, Mishap mishap) : IBlobs
{
    public async Task<StoredBlob> WriteAsync(BlobContainer container, string name, Stream content, long maxBytes, CancellationToken cancellation)
    {
        // Read once, since it may be sent twice.
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return await mishap.AroundAsync(() => blobs.WriteAsync(container, name, new MemoryStream(bytes.ToArray()), maxBytes, cancellation));
    }

    public Task<Stream?> OpenAsync(BlobContainer container, string name, CancellationToken cancellation) =>
        mishap.AroundAsync(() => blobs.OpenAsync(container, name, cancellation));

    public Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellation) =>
        mishap.AroundAsync(async () =>
        {
            await blobs.DeleteAsync(container, name, cancellation);
            return true;
        });
}

/// <summary>The queue as one process sees it.</summary>
internal sealed class CrashingQueue(IMessageQueue queue, Mishap mishap) : IMessageQueue
{
    public Task SendAsync(string body, CancellationToken cancellation) =>
        mishap.AroundAsync(async () =>
        {
            await queue.SendAsync(body, cancellation);
            return true;
        });

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation) =>
        mishap.AroundAsync(() => queue.ReceiveAsync(max, invisibleFor, cancellation));

    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) =>
        mishap.AroundAsync(async () =>
        {
            await queue.DeleteAsync(message, cancellation);
            return true;
        });

    public Task<int> CountAsync(CancellationToken cancellation) => mishap.AroundAsync(() => queue.CountAsync(cancellation));
}

/// <summary>The mail service as one process sees it: a dead process sends nothing.</summary>
internal sealed class CrashingMailer(IMailer mailer, Mishap mishap) : IMailer
{
    public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
    {
        mishap.ThrowIfDead();
        return mailer.SendAsync(mail, cancellation);
    }

    public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) => mailer.WasSentAsync(operationId, cancellation);
}
