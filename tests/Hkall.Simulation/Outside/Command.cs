using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Outside;

/// <summary>A button that somebody presses until it answers.</summary>
internal static class Command
{
    /// <param name="first">What the call does before the order is given; where it is false, the order is not given.</param>
    public static void Give(World world, string requestId, RequestCommand order, Actor by, Func<Process, PatronRequest, Task<bool>>? first = null) =>
        world.Callers.Ask(
        order.GetType().Name,
        async process =>
        {
            if (first is not null && world.Ledger.Find(requestId) is { } story && !await first(process, story.State))
            {
                return null;
            }

            return await process.Requests.HandleAsync(requestId, order, by, CancellationToken.None);
        },
        outcome =>
        {
            if (outcome is Done<PatronRequest> done)
            {
                world.Ledger.Accepted(requestId, done.Stored.Stored.Journal, by);
            }
        },
        () => world.Ledger.Begun(requestId, by));
}
