namespace Hkall.Domain.Lending;

/// <summary>The answer of the rules to a command, as for borrowing: decided, ignored or refused. Errors throw instead.</summary>
public abstract record LendingDecision
{
    private protected LendingDecision()
    {
    }
}

/// <summary>The command is carried out: the events, their effects, and the request after them.</summary>
public sealed record LendingDecided(LendingRequest Request, IReadOnlyList<LendingEvent> Events, IReadOnlyList<Effect> Effects) : LendingDecision;

/// <summary>The message is late, repeated or crossed. Its first receipt is recorded, and we may answer with the status.</summary>
public sealed record LendingIgnored(LendingRequest Request, IReadOnlyList<LendingEvent> Events, IReadOnlyList<Effect> Effects, string Why) : LendingDecision;

/// <summary>Staff asked for something the rules do not allow. Nothing happened.</summary>
public sealed record LendingRefused(Refusal Refusal, string Why) : LendingDecision;
