using System.Threading.RateLimiting;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Throttling;

/// <summary>Token buckets by a key, such as a library's symbol. Those not used for a while are forgotten.</summary>
internal static class Buckets
{
    /// <summary>What is told where the bucket does not say when it has enough again.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    public static PartitionedRateLimiter<string> Of(RateLimit limit) =>
        PartitionedRateLimiter.Create<string, string>(key => PartitionOf(key, limit), StringComparer.Ordinal);

    /// <summary>A full bucket at first, then an even flow: as many in each period as the policy says.</summary>
    public static RateLimitPartition<string> PartitionOf(string key, RateLimit limit) => RateLimitPartition.GetTokenBucketLimiter(
        key,
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limit.Times,
            TokensPerPeriod = Math.Max(1, limit.Times / (limit.Minutes * 60)),
            ReplenishmentPeriod = limit.Times >= limit.Minutes * 60 ? TimeSpan.FromSeconds(1) : limit.Period / limit.Times,
            QueueLimit = 0,
        });

    /// <exception cref="TooOftenException">The bucket has not that many.</exception>
    public static void Take(this PartitionedRateLimiter<string> buckets, string key, int count = 1)
    {
        using var lease = buckets.AttemptAcquire(key, count);
        if (!lease.IsAcquired)
        {
            throw new TooOftenException(AfterOf(lease));
        }
    }

    public static TimeSpan AfterOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : Unsaid;
}
