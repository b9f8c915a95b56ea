namespace Hkall.Service.Policies;

/// <summary>Where a version of the policy comes from. The names are stored and never change.</summary>
public static class PolicyOrigin
{
    /// <summary>The file of a deployment.</summary>
    public const string File = "file";

    /// <summary>Written by staff.</summary>
    public const string Staff = "staff";

    /// <summary>An earlier version put in force again.</summary>
    public const string Again = "again";
}

/// <summary>From which day of the library a version counts.</summary>
public sealed record PolicyTurn(int Number, DateOnly From);

/// <summary>
/// The register of the versions: one row that every change writes, so that two changes never pass each other, and the only row that a
/// host reads to know whether anything is new.
/// </summary>
public sealed record PolicyRegister
{
    /// <summary>The turns that are over and are kept here, for a host that cannot read the version in force.</summary>
    private const int PastKept = 4;

    public static PolicyRegister Empty { get; } = new();

    /// <summary>Counts the changes. A caller names the one it saw.</summary>
    public int Revision { get; init; }

    /// <summary>The number of the newest version.</summary>
    public int Last { get; init; }

    /// <summary>In the order in which they count.</summary>
    public IReadOnlyList<PolicyTurn> Turns { get; init; } = [];

    /// <summary>The marks of the files that were entered, so that each is entered once.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Whether staff have put a version in force: from then on a new file waits for them.</summary>
    public bool ByStaff { get; init; }

    /// <summary>The turns that count on the day, the latest first; the others follow if it cannot be read.</summary>
    public IEnumerable<PolicyTurn> On(DateOnly day) => Turns.Where(turn => turn.From <= day).Reverse();

    public IEnumerable<PolicyTurn> After(DateOnly day) => Turns.Where(turn => turn.From > day);

    public PolicyRegister With(PolicyTurn turn, DateOnly today)
    {
        var kept = On(today).Take(PastKept).Reverse().Concat(After(today));
        return this with { Turns = [.. kept.Append(turn).OrderBy(one => one.From)] };
    }

    public PolicyRegister Without(int number, DateOnly today) => this with { Turns = [.. Turns.Where(turn => turn.Number != number || turn.From <= today)] };
}

/// <summary>A version of the policy, without its document.</summary>
/// <param name="Number">Given once, ascending.</param>
/// <param name="Name">The version that the document names: requests record it. Null if the draft cannot be read.</param>
/// <param name="Origin">One of <see cref="PolicyOrigin"/>.</param>
/// <param name="Reason">Why there is this version.</param>
/// <param name="By">The opaque key of the member of staff; null for a file.</param>
/// <param name="Parts">The rows that hold the document.</param>
public sealed record StoredPolicyVersion(int Number, string? Name, string Origin, string Reason, string? By, DateTimeOffset CreatedAt, int Parts)
{
    /// <summary>The version put in force again, or from which the draft began.</summary>
    public int? Of { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The day of the library from which it counts; null for a draft.</summary>
    public DateOnly? From { get; init; }

    public string? PutBy { get; init; }

    public DateTimeOffset? PutAt { get; init; }
}

/// <summary>A part of a document: a property of a row does not hold the whole.</summary>
public sealed record StoredPolicyPart(string Text);
