using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>Who keeps count of requests that close.</summary>
public interface IClosedRequestStatistics<in TRequest>
    where TRequest : class, IRequestState
{
    /// <summary>Called before each commit; what it writes speaks of nothing until the commit stands.</summary>
    Task CountAsync(TRequest? before, TRequest after, string commit, CancellationToken cancellation);
}
