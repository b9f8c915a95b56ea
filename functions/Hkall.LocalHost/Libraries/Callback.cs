using Hkall.Domain;

namespace Hkall.LocalHost.Libraries;

/// <summary>The body of a status callback, as <c>POST /api/partners/{symbol}/callbacks</c> accepts it.</summary>
public sealed record Callback
{
    public required string MessageId { get; init; }

    public required string RequestId { get; init; }

    public required string Status { get; init; }

    public DateOnly? DueOn { get; init; }

    public CallbackCost? Cost { get; init; }

    public string? Reason { get; init; }

    public string? Note { get; init; }

    public bool? LibraryUseOnly { get; init; }

    /// <summary>With <c>retry-possible</c>: the first day of a new try.</summary>
    public DateOnly? RetryAfter { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Callback Of(PendingStep pending) => new()
    {
        MessageId = pending.Step.MessageId,
        RequestId = pending.Answers.RequestId,
        Status = Names.Of(pending.Step.News),
        DueOn = pending.Step.News == News.RetryPossible ? null : pending.Step.DueOn,
        RetryAfter = pending.Step.News == News.RetryPossible ? pending.Step.DueOn : null,
        Cost = pending.Step.Cost is { } amount ? new CallbackCost("HKD", amount) : null,
        Reason = pending.Step.News == News.Note ? null : pending.Step.Reason,
        Note = pending.Step.News == News.Note ? pending.Step.Reason : null,
        LibraryUseOnly = pending.Step.LibraryUseOnly ? true : null,
        At = pending.Step.Due,
    };
}

public sealed record CallbackCost(string Currency, decimal Amount);
