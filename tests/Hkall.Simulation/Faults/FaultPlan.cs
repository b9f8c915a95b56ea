using Hkall.Simulation.Exhaustive;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Faults;

/// <summary>
/// What goes wrong in one run, and how often. Not every run has every fault, and those it has it has in different measure: a run
/// with all of them would hardly get anywhere, and rare meetings of two need one without the rest.
/// </summary>
public sealed class FaultPlan
{
    private const int Whole = 1_000_000;

    private readonly int[] _inAMillion = new int[Enum.GetValues<FaultKind>().Length];
    private readonly Dice[] _dice = new Dice[Enum.GetValues<FaultKind>().Length];

    private readonly IReadOnlyList<FaultAt>? _script;
    private int _lastStruck;

    /// <param name="fury">How many times as often as usual.</param>
    /// <param name="script">What goes wrong at which write, and nothing else.</param>
    public FaultPlan(Dice dice, IReadOnlySet<FaultKind> allowed, int fury, IReadOnlyList<FaultAt>? script)
    {
        _script = script;
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            var own = dice.Fork((ulong)kind + 1);
            var measure = own.Below(8) switch
            {
                0 or 1 => 0.0,
                2 or 3 => 0.3,
                7 => 3.0,
                _ => 1.0,
            };
            _inAMillion[(int)kind] = allowed.Contains(kind) ? (int)Math.Min(Whole / 2, measure * fury * Usual(kind)) : 0;
            _dice[(int)kind] = own;
        }
    }

    /// <summary>Whether anything goes wrong any more.</summary>
    public bool Calm { get; set; }

    public int[] Fired { get; } = new int[Enum.GetValues<FaultKind>().Length];

    public Dice DiceOf(FaultKind kind) => _dice[(int)kind];

    /// <summary>Writes that have come to the store so far.</summary>
    public int Writes { get; private set; }

    /// <summary>A write comes to the store.</summary>
    public void Write() => Writes++;

    public bool Strikes(FaultKind kind)
    {
        if (_script is not null)
        {
            return IsWritten(kind);
        }

        var chance = _inAMillion[(int)kind];
        if (chance == 0 || Calm || _dice[(int)kind].Below(Whole) >= chance)
        {
            return false;
        }

        Fired[(int)kind]++;
        return true;
    }

    private bool IsWritten(FaultKind kind)
    {
        // Whatever is asked of the same write again, or of a read after it, does not have the fault a second time.
        if (Fired[(int)kind] > 0 && _lastStruck == Writes)
        {
            return false;
        }

        foreach (var fault in _script!)
        {
            if (fault.Kind == kind && fault.Write == Writes)
            {
                (Fired[(int)kind], _lastStruck) = (Fired[(int)kind] + 1, Writes);
                return true;
            }
        }

        return false;
    }

    /// <summary>How often in a million of the occasions at which it can happen.</summary>
    private static int Usual(FaultKind kind) => kind switch
    {
        FaultKind.KilledBefore or FaultKind.KilledAfter => 1_000,
        FaultKind.AnswerLost or FaultKind.SentTwice or FaultKind.FirstTryLate or FaultKind.WrittenLate => 4_000,
        FaultKind.Unavailable => 4_000,
        FaultKind.Outage or FaultKind.TablesDown => 200,
        FaultKind.Slow => 6_000,
        FaultKind.Frozen => 800,
        FaultKind.Skewed => 500_000,
        FaultKind.ClockJumps => 20_000,
        FaultKind.NudgeLost => 60_000,
        FaultKind.SweepSkipped or FaultKind.SweepDoubled => 40_000,
        FaultKind.SweepKilled => 15_000,
        FaultKind.MessageRepeated or FaultKind.MessageOvertaken or FaultKind.SeenByTwo => 60_000,
        FaultKind.MessageWeekLate or FaultKind.MessageDropped => 15_000,
        FaultKind.Poison => 20_000,
        FaultKind.MailQuota or FaultKind.MailDown => 30_000,
        FaultKind.MailSentUnanswered or FaultKind.MailLostUnanswered => 20_000,
        FaultKind.LibraryDown or FaultKind.LibraryHeardUnanswered or FaultKind.LibraryDeaf => 30_000,
        FaultKind.LibrarySilent => 80_000,
        FaultKind.LibraryRepeats or FaultKind.LibraryContradicts => 60_000,
        FaultKind.LibraryUnknownRequest or FaultKind.LibrarySpeaksForAnother => 30_000,
        FaultKind.LibraryLies => 60_000,
        FaultKind.ClickedTwice => 60_000,
        FaultKind.DownloadedInParallel => 200_000,
        FaultKind.StaffAgain => 60_000,
        FaultKind.PatronCurious => 60_000,
        FaultKind.ScanGone => 15_000,
        FaultKind.StalePage => 80_000,
        FaultKind.BlindScript => 40_000,
        FaultKind.SlipOfTheHand => 60_000,
        FaultKind.Telephone => 40_000,
    };
}
