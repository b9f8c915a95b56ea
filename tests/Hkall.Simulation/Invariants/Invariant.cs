namespace Hkall.Simulation.Invariants;

/// <summary>What holds, whatever goes wrong; in words in docs/proof.md.</summary>
public enum Invariant
{
    /// <summary>What was accepted is in exactly one history.</summary>
    I1,

    /// <summary>A request is the fold of its events, and their ordinals have no gap.</summary>
    I2,

    /// <summary>Each effect is caused by an event and happens once, but for tries whose outcome is on record as unknown.</summary>
    I3,

    /// <summary>No move that the trade's table does not have.</summary>
    I4,

    /// <summary>No deadline is acted on early, and none outlives a sweep.</summary>
    I5,

    /// <summary>Once nothing goes wrong any more, everything comes to its end.</summary>
    I6,

    /// <summary>Nobody sees or moves what is another's.</summary>
    I7,

    /// <summary>Nobody is named where they need not be.</summary>
    I8,

    /// <summary>The trade's own promises: downloads, use in the library, charges, quota, one supplier, every loan's end.</summary>
    I9,

    /// <summary>
    /// No money, no ending and no word to a library by an order of staff, unless they saw the request as it was, named the library, or had the
    /// item in hand.
    /// </summary>
    I10,
}

/// <summary>An invariant that did not hold.</summary>
public sealed record Violation(Invariant Invariant, DateTimeOffset At, string What)
{
    public override string ToString() => $"{Invariant} at {At:yyyy-MM-dd HH:mm:ss.fff}: {What}";
}
