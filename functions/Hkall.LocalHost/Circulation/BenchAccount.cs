using Hkall.Domain.Accounts;

namespace Hkall.LocalHost.Circulation;

/// <summary>A person's account in the bench's circulation system.</summary>
/// <param name="Blocks">Sentences; empty where the Library lends to the person.</param>
/// <param name="Silent">The system does not answer for this person, as if it were down.</param>
public sealed record BenchAccount(int CheckOuts = 0, int Holds = 0, IReadOnlyList<string>? Blocks = null, DateOnly? CardExpiresOn = null, bool Silent = false)
{
    public OwnAccount ToAccount() => new() { CheckOuts = CheckOuts, Holds = Holds, Blocks = Blocks ?? [], CardExpiresOn = CardExpiresOn };
}

/// <summary>A fee that was entered in an account. A fee entered twice is listed twice.</summary>
public sealed record EnteredFee(string Key, string Person, string Kind, string Currency, decimal Amount, string Reference, DateTimeOffset At);
