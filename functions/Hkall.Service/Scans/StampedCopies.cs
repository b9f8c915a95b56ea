using Hkall.Domain.Model;
using Hkall.Scans;
using Hkall.Service.Policies;

namespace Hkall.Service.Scans;

/// <summary>
/// Stamps a copy on its way out: the stored file stays as it came, and each download has the wording, the law, the day and the downloads left
/// of its moment. What cannot be stamped goes out as it came.
/// </summary>
public sealed class StampedCopies(ScanTool tool, PolicyInForce policy)
{
    /// <summary>Fetches the stored file, so that it is here before a download counts.</summary>
    /// <param name="content">The stored file; the copy disposes of it.</param>
    public async Task<StampedCopy> BeginAsync(Scan scan, Stream content, CancellationToken cancellation)
    {
        var stamp = policy.Document.Stamp;
        if (!stamp.OnCopies || scan.Checks?.NotStamped is not null || scan.ContentType == "image/tiff" || scan.Bytes > stamp.MostMegabytes * 1024L * 1024)
        {
            return new StampedCopy(scan, content);
        }

        try
        {
            var folder = await tool.EnterAsync(cancellation);
            try
            {
                await folder.KeepAsync(content, cancellation);
                return new StampedCopy(scan, folder, tool, stamp);
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        finally
        {
            await content.DisposeAsync();
        }
    }
}

/// <summary>A copy that is about to go out.</summary>
public sealed class StampedCopy : IAsyncDisposable
{
    private readonly Scan _scan;
    private readonly ScanFolder? _folder;
    private readonly ScanTool? _tool;
    private readonly StampPolicy? _stamp;
    private Stream? _asItCame;

    internal StampedCopy(Scan scan, Stream asItCame) => (_scan, _asItCame) = (scan, asItCame);

    internal StampedCopy(Scan scan, ScanFolder folder, ScanTool tool, StampPolicy stamp) => (_scan, _folder, _tool, _stamp) = (scan, folder, tool, stamp);

    /// <summary>The file to send; whoever gets it disposes of it.</summary>
    public async Task<(Scan Scan, Stream Content)> FinishAsync(Func<StampPolicy, StampOrder> order, CancellationToken cancellation)
    {
        if (_folder is null)
        {
            var content = _asItCame!;
            _asItCame = null;
            return (_scan, content);
        }

        return await _tool!.StampAsync(_folder, order(_stamp!), cancellation) is null
            ? (_scan with { ContentType = "application/pdf", FileName = Path.ChangeExtension(_scan.FileName, ".pdf") }, _folder.Take(_folder.Stamped))
            : (_scan, _folder.Take(_folder.Original));
    }

    public async ValueTask DisposeAsync()
    {
        _folder?.Dispose();
        if (_asItCame is not null)
        {
            await _asItCame.DisposeAsync();
        }
    }
}
