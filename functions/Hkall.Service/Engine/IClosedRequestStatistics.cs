using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>Counts requests that close.</summary>
public interface IClosedRequestStatistics<in TRequest>
    where TRequest : class, IRequestState
{
    /// <summary>Called before each commit. What it writes has no effect unless the commit succeeds.</summary>
    Task CountAsync(TRequest? before, TRequest after, string commit, CancellationToken cancellation);
}
