using Hkall.Requests.Lending;
using Hkall.Service.Turns;

namespace Hkall.Service.Lending;

/// <summary>Nothing is counted beforehand: a request to lend holds no person's data, is never erased, and is read by reports as it is.</summary>
public sealed class LendingTally : ITally<LendingRequest>
{
    public Task CountAsync(LendingRequest? before, LendingRequest after, string commit, CancellationToken cancellation) => Task.CompletedTask;
}
