using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Service.MyRequests;

namespace Hkall.Service.Lending;

/// <summary>A lending request in a list.</summary>
/// <param name="Symbol">The borrower's symbol.</param>
public sealed record LendingRow(
    string Id,
    string Symbol,
    string Borrower,
    string BorrowersId,
    ServiceType Service,
    LendingStatus Status,
    string Title,
    DateTimeOffset AskedAt,
    DateOnly? DueOn,
    string? CallNumber,
    string? ForStaffWhy,
    Deadline? Deadline,
    ResponsibleParty? Owner)
{
    /// <summary>How many messages of the borrower staff have yet to read; null if none.</summary>
    public int? Unread { get; init; }

    /// <summary>When the oldest of them came.</summary>
    public DateTimeOffset? UnreadSince { get; init; }

    public static LendingRow Of(LendingRequest request) => new(
        request.Id, request.Borrower.Symbol, request.Borrower.Name, request.BorrowersId, request.Service, request.Status, request.Item.ShortTitle,
        request.AskedAt, request.DueOn,
        request.Holding.CallNumber, request.ForStaffWhy?.Text, request.Deadline, request.Deadline?.For.ResponsibleParty())
    {
        Unread = request.Unread?.Count,
        UnreadSince = request.Unread?.Since,
    };
}

/// <summary>An entry of the history: when, which event, and who caused it.</summary>
public sealed record LendingHappened(DateTimeOffset At, string Event, Actor By);

/// <summary>A lending request as staff see it.</summary>
/// <param name="Actions">The actions possible now, by name.</param>
/// <param name="Next">The next step: what it is, whose it is, and its deadline.</param>
/// <param name="State">The stored state.</param>
/// <param name="Thread">What staff and the borrower wrote to each other, oldest first.</param>
/// <param name="Journal">Every commit: who made it, its events, its messages and their outcome.</param>
public sealed record LendingView(
    string Id,
    LendingStatus Status,
    ServiceType Service,
    Borrower Borrower,
    string BorrowersId,
    Item Item,
    DateTimeOffset AskedAt,
    DateOnly? DueOn,
    string? Barcode,
    Money? Fee,
    IReadOnlyList<Charge> Charges,
    string? ClosedWhy,
    NextView? Next,
    IReadOnlyList<string> Actions,
    LendingRequest State,
    IReadOnlyList<LendingHappened>? Timeline,
    IReadOnlyList<ThreadMessage>? Thread,
    IReadOnlyList<Engine.JournalEntry<LendingEvent>>? Journal)
{
    public static LendingView Of(LendingRequest request, IReadOnlyList<Engine.JournalEntry<LendingEvent>>? journal = null) => new(
        request.Id, request.Status, request.Service, request.Borrower, request.BorrowersId, request.Item, request.AskedAt, request.DueOn, request.Barcode,
        request.Fee, request.Charges, request.ClosedWhy?.Text,
        request.Deadline is { } deadline ? new NextView(deadline.For, deadline.For.ResponsibleParty(), deadline.At) : null,
        ActionsOf(request),
        request,
        journal is null
            ? null : [.. journal.SelectMany(entry => entry.Events.Select(happened => new LendingHappened(entry.At, LendingEventNames.Of(happened), entry.By)))],
        journal is null ? null : BorrowerMessages.ThreadOf(journal.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)))),
        journal);

    /// <summary>The actions that the rules would accept now.</summary>
    public static IReadOnlyList<string> ActionsOf(LendingRequest request)
    {
        string[] supply = request.Service switch
        {
            ServiceType.Loan => ["ship"],
            ServiceType.Copy => ["file"],
        };
        string[] by = request.ToTell is null ? [] : ["told"];
        IReadOnlyList<string> actions = request.Status.Stage() switch
        {
            LendingStage.Answering => ["will-supply", "conditional", "retry", "unfilled", "heard", "note"],
            LendingStage.Preparing =>
                [.. request.Status == LendingStatus.ToPull ? ["pulled"] : Array.Empty<string>(), .. supply, "conditional", "retry", "unfilled", "heard",
                    "note"],
            LendingStage.Withdrawing => ["cancel-approve", "cancel-decline", .. request.Service == ServiceType.Loan ? supply : [], "heard", "note"],
            LendingStage.Lent => [.. request.Status == LendingStatus.RenewalAsked ? ["renew-approve", "renew-decline"] : Array.Empty<string>(),
                .. request.WasRecalled ? Array.Empty<string>() : ["recall"], "returned", "lost", "heard", "note"],
            LendingStage.ComingBack => ["returned", "lost", "heard", "note"],
            LendingStage.Collecting => ["heard", "note"],
            LendingStage.Closed => [.. request.Status == LendingStatus.Lost ? ["returned"] : Array.Empty<string>(), "heard", "note"],
        };
        string[] words = [.. request.Unread is null ? Array.Empty<string>() : ["mark-read"], "write-library"];
        return [.. actions.SkipLast(1), .. by, .. words, actions[^1]];
    }
}
