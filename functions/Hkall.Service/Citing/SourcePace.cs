using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Hkall.Service.Citing;

/// <summary>
/// How often each source is asked. Crossref, NCBI and Open Library ask for no more than a few calls a second of one client
/// (https://www.crossref.org/documentation/retrieve-metadata/rest-api/access-and-authentication/, https://www.ncbi.nlm.nih.gov/books/NBK25497/,
/// https://openlibrary.org/developers/api). Calls beyond it wait as long as the patron waits.
/// </summary>
public sealed class SourcePace : IDisposable
{
    private const int Usual = 10;

    /// <summary>Calls that wait: two texts of ten citations.</summary>
    private const int MostWaiting = 20;

    private static readonly Dictionary<string, int> PerSecond = new(StringComparer.Ordinal)
    {
        [PubMedSource.SourceName] = 3,
        [OpenLibrarySource.SourceName] = 3,
    };

    private readonly ConcurrentDictionary<string, RateLimiter> _limits = new(StringComparer.Ordinal);

    public async ValueTask<bool> MayAskAsync(string source, CancellationToken cancellation)
    {
        using var lease = await _limits.GetOrAdd(source, Limit).AcquireAsync(1, cancellation);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        foreach (var limit in _limits.Values)
        {
            limit.Dispose();
        }
    }

    private static TokenBucketRateLimiter Limit(string source)
    {
        var most = PerSecond.GetValueOrDefault(source, Usual);
        return new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = most,
            TokensPerPeriod = most,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = MostWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}
