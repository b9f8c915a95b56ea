using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Outside;

/// <summary>A button that somebody presses until it answers.</summary>
internal static class Command
{
    /// <param name="first">What the call does before the order is given; where it is false, the order is not given.</param>
    /// <param name="terms">What whoever presses it saw, and the id of the order; null for none.</param>
    public static void Give(
        World world, string requestId, RequestCommand order, Actor by, Func<Process, PatronRequest, Task<bool>>? first = null, OrderTerms? terms = null) =>
        world.Callers.Ask(
        order.GetType().Name,
        async process =>
        {
            if (first is not null && world.Ledger.Find(requestId) is { } story && !await first(process, story.State))
            {
                return null;
            }

            return await process.Requests.HandleAsync(
                requestId, world.Plan.Sabotage.Ordered(order), by, CancellationToken.None, terms: terms is null ? null : world.Plan.Sabotage.Terms(terms));
        },
        outcome =>
        {
            if (outcome is Done<PatronRequest> { Before: true })
            {
                world.Ledger.AcceptedBefore(requestId, by);
            }
            else if (outcome is Done<PatronRequest> done)
            {
                world.Ledger.Accepted(requestId, done.Stored.Stored.Journal, by);
            }
        },
        () => world.Ledger.Begun(requestId, by));
}
