using Hkall.Domain;
using Hkall.Service.Storage;
using Hkall.Simulation.Invariants;
using Hkall.Simulation.Processes;

namespace Hkall.Simulation.Running;

/// <summary>What came of a run.</summary>
/// <param name="Lifecycles">Requests that went from placing to close.</param>
public sealed record RunResult(RunPlan Plan, long Steps, int Lifecycles, int Commits, ulong Hash, IReadOnlyList<int> Fired, IReadOnlyList<Violation> Violations)
{
    public bool Passed => Violations.Count == 0;
}

/// <summary>
/// One run: some weeks in which everything may go wrong, then a time in which nothing does any more, until nobody has anything
/// to do. The ledger looks at every commit, and at everything at the end.
/// </summary>
public static class OneRun
{
    /// <summary>The longest waits of the trade one after the other; a request that is open after that is stuck.</summary>
    private static readonly TimeSpan LongestCalm = TimeSpan.FromDays(700);

    private static readonly TimeSpan Look = TimeSpan.FromHours(12);

    /// <summary>Nothing happens any more in this time after the end.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromDays(3);

    /// <summary>More steps than any run needs: something goes round in circles.</summary>
    private const long MostSteps = 3_000_000;

    public static RunResult Play(RunPlan plan, Action<string>? listener = null)
    {
        var world = new World(plan);
        world.Stage.Trace.Listener = listener;
        return Play(world);
    }

    public static RunResult Play(World world)
    {
        var plan = world.Plan;
        world.Patrons.Place(plan.Requests);
        world.Outages.Start();
        new Timers(world).Start();
        world.Stage.After(plan.Storm, () => world.Faults.Calm = true);
        var end = world.Stage.Now + plan.Storm + LongestCalm;
        var (rested, settledAt) = (false, DateTimeOffset.MaxValue);
        world.Stage.After(plan.Storm + Look, LookAround);

        void LookAround()
        {
            world.Stage.After(Look, LookAround);
            if (!IsDrained(world))
            {
                settledAt = DateTimeOffset.MaxValue;
            }
            else if (settledAt == DateTimeOffset.MaxValue)
            {
                settledAt = world.Stage.Now;
            }
            else if (world.Stage.Now - settledAt >= Rest)
            {
                rested = true;
            }
        }

        try
        {
            while (!rested && world.Ledger.Violations.Count == 0)
            {
                if (!world.Stage.Step() || world.Stage.Now > end || world.Stage.Steps > MostSteps)
                {
                    world.Ledger.Fail(Invariant.I6, Left(world));
                }
            }

            if (rested)
            {
                world.AtRest = true;
                Balance(world);
            }
        }
#pragma warning disable CA1031 // Whatever it is, the run says so.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            world.Ledger.Fail(Invariant.I6, $"The run broke off: {unexpected}");
        }

        return new RunResult(
            plan, world.Stage.Steps, world.Ledger.Stories.Count(story => !story.State.Status.IsOpen()), world.Ledger.Commits, world.Stage.Trace.Hash,
            world.Faults.Fired, world.Ledger.Violations);
    }

    private static bool IsDrained(World world) =>
        world.Callers.Waiting == 0
        && world.Patrons.Unplaced == 0
        && world.Queue.OnTheirWay == 0
        && world.Ledger.Stories.All(story => !story.State.Status.IsOpen() && !story.Owes)
        && world.Queue.CountAsync(CancellationToken.None).GetAwaiter().GetResult() == 0
        && Tray(world) == 0;

    /// <summary>All is over, and everything is looked at.</summary>
    private static void Balance(World world)
    {
        foreach (var story in world.Ledger.Stories)
        {
            foreach (var item in story.StoredAsync().GetAwaiter().GetResult().SelectMany(entry => entry.Outbox))
            {
                world.Ledger.Effects.Settled(item);
            }

            story.End();
        }

        world.Ledger.Messages.Settled();
        world.Ledger.Orders.Settled();
    }

    private static int Tray(World world) =>
        world.Rows.RangeAsync(RowTable.Post, "tray", "q:", "q;", 1, openOnly: false, CancellationToken.None).GetAwaiter().GetResult().Count;

    private static string Left(World world) => string.Join("; ", new[]
    {
        $"{world.Callers.Waiting} calls unanswered",
        $"{world.Patrons.Unplaced} orders without an answer",
        $"{world.Queue.OnTheirWay} messages on their way",
        $"{world.Queue.CountAsync(CancellationToken.None).GetAwaiter().GetResult()} on the queue",
        $"{Tray(world)} in the tray",
        string.Join(
            ", ", world.Ledger.Stories.Where(story => story.State.Status.IsOpen() || story.Owes)
                .Select(story => $"{story.Id} {story.State.Status} for {story.State.Deadline} owes {story.Owes}")),
    });
}
