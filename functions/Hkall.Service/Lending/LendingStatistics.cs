using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>Nothing is counted beforehand: a request to lend keeps what reports count by when its contact persons are erased, and is read by them as it is.</summary>
public sealed class LendingStatistics : IClosedRequestStatistics<LendingRequest>
{
    public Task CountAsync(LendingRequest? before, LendingRequest after, string commit, CancellationToken cancellation) => Task.CompletedTask;
}
