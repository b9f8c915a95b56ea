using System.Threading.RateLimiting;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Throttling;

/// <summary>Limits on what one library sends. They count what is signed: nobody uses up a library's share without its secret.</summary>
public sealed class MessageLimits(PolicyDocument policy) : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private readonly PartitionedRateLimiter<string> _messages = Buckets.Of(policy.Limits.PartnerMessages);
    private readonly PartitionedRateLimiter<string> _megabytes = Buckets.Of(policy.Limits.PartnerMegabytes);

    /// <exception cref="TooOftenException">The library sends messages too fast.</exception>
    public void TakeMessage(string symbol) => _messages.Take(symbol);

    /// <exception cref="TooOftenException">The library sends messages too fast, or too many bytes.</exception>
    public void TakeFile(string symbol, long bytes)
    {
        TakeMessage(symbol);
        _megabytes.Take(symbol, (int)Math.Min(1 + (bytes / Megabyte), policy.Limits.PartnerMegabytes.Times));
    }

    public void Dispose()
    {
        _messages.Dispose();
        _megabytes.Dispose();
    }
}
