using Hkall.Requests;
using Hkall.Service.Lending;
using Hkall.Service.Turns;

namespace Hkall.Service.StaffDesk;

/// <summary>
/// All open requests, for staff. Every open request has a wake in the due index, so the index is the list of them; each is
/// then read on its own. That is as many reads as there are open requests: thousands, in a library of this size.
/// </summary>
public sealed class OpenRequests(Pointers pointers, Cabinet cabinet)
{
    /// <summary>Open requests looked through at most.</summary>
    public const int MostLookedAt = 5_000;

    private const int ReadAtOnce = 8;

    public async Task<IReadOnlyList<Request>> AllAsync(CancellationToken cancellation)
    {
        var wakes = await pointers.WakesAsync(Keys.WakesTo, MostLookedAt, cancellation);
        var found = new System.Collections.Concurrent.ConcurrentBag<Request>();
        await Parallel.ForEachAsync(
            wakes.Where(wake => !LendingIds.IsWellFormed(wake.RequestId)).DistinctBy(wake => wake.RequestId),
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellation },
            async (wake, stop) =>
            {
                if (await cabinet.ReadAsync(wake.Partition, wake.RequestId, stop) is { } card && card.Request.Status.IsOpen())
                {
                    found.Add(card.Request);
                }
            });
        return [.. found.OrderBy(request => request.Deadline!.At).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }
}
