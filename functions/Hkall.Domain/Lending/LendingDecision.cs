namespace Hkall.Domain.Lending;

/// <summary>The three answers, as for borrowing. What is broken is none of them: it throws.</summary>
public abstract record LendingDecision
{
    private protected LendingDecision()
    {
    }
}

/// <summary>It is done: what happened, what follows, and the request after it.</summary>
public sealed record LendingDecided(LendingRequest Request, IReadOnlyList<LendingEvent> Events, IReadOnlyList<Effect> Effects) : LendingDecision;

/// <summary>Late, repeated or crossed. A message heard for the first time is recorded, and may be answered with how it stands.</summary>
public sealed record LendingIgnored(LendingRequest Request, IReadOnlyList<LendingEvent> Events, IReadOnlyList<Effect> Effects, string Why) : LendingDecision;

/// <summary>Staff asked for what is not allowed. Nothing happened.</summary>
public sealed record LendingRefused(Refusal Refusal, string Why) : LendingDecision;
