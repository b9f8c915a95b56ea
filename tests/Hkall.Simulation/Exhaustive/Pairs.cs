using Hkall.Domain.Model;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Exhaustive;

/// <summary>A fault at one write of a journey.</summary>
/// <param name="Write">The number of the write, from 1.</param>
public sealed record FaultAt(FaultKind Kind, int Write);

/// <summary>Two faults in one short journey, at any two writes of it.</summary>
public static class Pairs
{
    /// <summary>Seeds among which the short journeys are looked for.</summary>
    private const ulong LookedAt = 60;

    /// <summary>A fault adds writes, so that the second may lie beyond the last of an untroubled journey.</summary>
    private const int Beyond = 6;

    private static readonly TimeSpan Short = TimeSpan.FromDays(2);

    /// <summary>What can happen to one call.</summary>
    public static IReadOnlyList<FaultKind> Kinds { get; } =
    [
        FaultKind.KilledBefore, FaultKind.KilledAfter, FaultKind.AnswerLost, FaultKind.SentTwice, FaultKind.FirstTryLate, FaultKind.WrittenLate,
        FaultKind.Unavailable, FaultKind.Frozen,
    ];

    /// <summary>The loan and the copy that reach their patron with the fewest writes.</summary>
    public static IReadOnlyList<(RunPlan Plan, int Writes)> Journeys()
    {
        var played = Enumerable.Range(1, (int)LookedAt).Select(seed => Play((ulong)seed)).ToList();
        return
        [
            .. Enum.GetValues<ServiceType>().Select(service =>
            {
                var (plan, writes, _) = played.Where(one => one.Supplied == service).MinBy(one => one.Writes);
                return (plan, writes);
            }),
        ];
    }

    /// <param name="kinds">The faults that are paired.</param>
    /// <param name="reach">How many writes after the first the second may be.</param>
    public static IEnumerable<RunPlan> Of(RunPlan journey, int writes, IReadOnlyList<FaultKind> kinds, int reach) =>
        from first in Enumerable.Range(1, writes)
        from second in Enumerable.Range(first + 1, Math.Min(reach, writes + Beyond - first))
        from one in kinds
        from other in kinds
        select journey with { Script = [new FaultAt(one, first), new FaultAt(other, second)] };

    private static (RunPlan Plan, int Writes, ServiceType? Supplied) Play(ulong seed)
    {
        var plan = new RunPlan(seed) { People = 1, Requests = 1, Storm = Short, Script = [] };
        var world = new World(plan);
        OneRun.Play(world);
        var request = world.Ledger.Stories is [var only] ? only.State : null;
        return (plan, world.Faults.Writes, request?.ArrivedAt is null ? null : request.Service);
    }
}
