using System.Threading.RateLimiting;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Hkall.Service.Throttling;

/// <summary>
/// A limit on what one person does, on the pages and through the API together. Each instance counts for itself: these limits protect the machine
/// and its neighbours. What must hold across instances is counted where the person is stored.
/// </summary>
/// <param name="name">The endpoints' name for the limit.</param>
internal abstract class PersonLimit(string name, RateLimit limit) : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (rejected, _) =>
        new ValueTask(Problems.TooOften(Buckets.AfterOf(rejected.Lease)).ExecuteAsync(rejected.HttpContext));

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => httpContext.User.Identity?.IsAuthenticated == true
        ? Buckets.PartitionOf($"{name} {httpContext.Patron().Id}", limit)
        : RateLimitPartition.GetNoLimiter(name);
}

/// <inheritdoc cref="LimitPolicy.Cancelling"/>
internal sealed class CancellingLimit(PolicyDocument policy) : PersonLimit(PersonLimits.Cancelling, policy.Limits.Cancelling);

/// <inheritdoc cref="LimitPolicy.Searching"/>
internal sealed class SearchingLimit(PolicyDocument policy) : PersonLimit(PersonLimits.Searching, policy.Limits.Searching);
