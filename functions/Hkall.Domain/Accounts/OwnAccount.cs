namespace Hkall.Domain.Accounts;

/// <summary>What the Library's own circulation system says of a patron.</summary>
public sealed record OwnAccount
{
    /// <summary>Of a library that is not asked, and of a patron who has nothing of its own.</summary>
    public static OwnAccount Empty { get; } = new();

    /// <summary>The Library's own items that the patron has checked out.</summary>
    public int CheckOuts { get; init; }

    /// <summary>The Library's own items that are kept for the patron, or will be.</summary>
    public int Holds { get; init; }

    /// <summary>Why the Library lends to the patron no longer; empty where it does.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>The last day on which the card is good; null where it has no end.</summary>
    public DateOnly? CardExpiresOn { get; init; }

    public bool Equals(OwnAccount? other) => other is not null
        && (CheckOuts, Holds, CardExpiresOn) == (other.CheckOuts, other.Holds, other.CardExpiresOn)
        && Blocks.SequenceEqual(other.Blocks, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(CheckOuts, Holds, CardExpiresOn, Blocks.Count);
}

/// <summary>What is done with an order where the circulation system does not say what the patron has.</summary>
/// <param name="AllowUpTo">Requests that may be open without knowing: a few are no risk.</param>
/// <param name="Then">What becomes of more.</param>
public sealed record UnknownAccount(int AllowUpTo, UnknownThen Then);
