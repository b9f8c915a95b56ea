using Hkall.Domain.Accounts;

namespace Hkall.LocalHost.Circulation;

/// <summary>What the bench's circulation system says of somebody.</summary>
/// <param name="Blocks">Sentences; empty where the Library lends to them.</param>
/// <param name="Silent">It does not answer for them, as a system that is down.</param>
public sealed record BenchAccount(int CheckOuts = 0, int Holds = 0, IReadOnlyList<string>? Blocks = null, DateOnly? CardExpiresOn = null, bool Silent = false)
{
    public OwnAccount ToAccount() => new() { CheckOuts = CheckOuts, Holds = Holds, Blocks = Blocks ?? [], CardExpiresOn = CardExpiresOn };
}

/// <summary>A line that was entered. One entered twice is here twice.</summary>
public sealed record EnteredFee(string Key, string Person, string Kind, string Currency, decimal Amount, string Reference, DateTimeOffset At);
