using Hkall.Requests;

namespace Hkall.Service.Turns;

/// <summary>Who keeps count of requests that close.</summary>
public interface ITally<in TRequest>
    where TRequest : class, IKept
{
    /// <summary>Called before each commit; what it writes speaks of nothing until the commit stands.</summary>
    Task CountAsync(TRequest? before, TRequest after, string commit, CancellationToken cancellation);
}
