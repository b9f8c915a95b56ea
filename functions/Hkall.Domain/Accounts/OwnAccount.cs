namespace Hkall.Domain.Accounts;

/// <summary>A patron's account in the Library's own circulation system.</summary>
public sealed record OwnAccount
{
    /// <summary>The account of a patron without items of the Library's own; also used where the service asks no circulation system.</summary>
    public static OwnAccount Empty { get; } = new();

    /// <summary>The Library's own items that the patron has checked out.</summary>
    public int CheckOuts { get; init; }

    /// <summary>The Library's own items on hold for the patron, ready or not.</summary>
    public int Holds { get; init; }

    /// <summary>Why the Library no longer lends to the patron; empty if it does.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];

    /// <summary>The last day on which the card is valid; null if it has no end.</summary>
    public DateOnly? CardExpiresOn { get; init; }

    public bool Equals(OwnAccount? other) => other is not null
        && (CheckOuts, Holds, CardExpiresOn) == (other.CheckOuts, other.Holds, other.CardExpiresOn)
        && Blocks.SequenceEqual(other.Blocks, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(CheckOuts, Holds, CardExpiresOn, Blocks.Count);
}

/// <summary>The rule for an order when the circulation system does not say what the patron has.</summary>
/// <param name="AllowUpTo">The number of open requests accepted without knowing: a few are no risk.</param>
/// <param name="Then">What happens to orders beyond that number.</param>
public sealed record UnknownAccount(int AllowUpTo, UnknownThen Then);
