using Hkall.Domain.Lending;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>
/// Counts nothing in advance: a lending request keeps the fields that reports need when its contact persons are erased, and reports read it as it is.
/// </summary>
public sealed class LendingStatistics : IClosedRequestStatistics<LendingRequest>
{
    public Task CountAsync(LendingRequest? before, LendingRequest after, string commit, CancellationToken cancellation) => Task.CompletedTask;
}
