using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Staff;
using Hkall.Service.Web;

namespace Hkall.Pages.Staff;

/// <summary>The buttons that staff have in each status: a page offers none that the rules would refuse.</summary>
public static class StaffButtons
{
    /// <summary>The actions on the ticked requests of a list.</summary>
    public static IReadOnlyList<string> OfMany(string worklist) => worklist switch
    {
        "to-review" => ["approve", "assign"],
        "unread-messages" or "no-library-left" or "to-ask-by-hand" or "to-tell-by-hand" or "needs-attention" or "conditions" or "to-charge" => ["assign"],
        "to-receive" => ["receive"],
        "to-deliver" => ["check-out", "check-in"],
        "to-send-back" => ["send-back"],
        "on-hold-shelf" or "expiring-today" => ["check-out"],
        "overdue" or "on-loan" => ["check-in"],
        _ => [],
    };

    /// <summary>What can be done to a row of a list without opening the request.</summary>
    public static IReadOnlyList<string> OfRow(string worklist) => worklist is "needs-attention" or "to-chase" or "with-libraries" ? ["remind", "next-supplier"] : [];

    /// <summary>Whether the due dates of the ticked requests can be set at once: before a day on which the Library closes.</summary>
    public static bool SetsDates(string worklist) => worklist is "overdue" or "on-loan";

    /// <summary>What staff do because the patron told them to; the form asks how and what.</summary>
    public static IReadOnlyList<string> ForPatron { get; } = ["renew", "unwanted"];

    /// <summary>What staff do by hand; each form asks how.</summary>
    public static IReadOnlyList<string> ByHand { get; } = ["asked", "told", "found-elsewhere"];

    /// <summary>
    /// The actions on one request, the likeliest first: those of its status, then those on a charge that waits for staff. One that the rules
    /// would refuse now is left out, and one for the patron that would change nothing.
    /// </summary>
    public static IReadOnlyList<string> Of(PatronRequest request, RuleBook book, DateTimeOffset now) =>
    [
        .. OfStatus(request)
            .Concat(request.Charge?.Standing == ChargeStanding.ToDecide ? ["charge-bear", "charge-dispute"] : [])
            .Concat(OfCharge(request))
            .Concat(ForPatron)
            .Concat(request.ToTell is null ? [] : ["told"])
            .Concat(request.ToAskByHand is null ? [] : ["asked"])
            .Concat(request.Status is RequestStatus.InReview or RequestStatus.Sourcing ? ["found-elsewhere"] : [])
            .Concat(request.Status.Stage() is RequestStage.Preparing or RequestStage.Sourcing ? ["free-copy"] : [])
            .Where(action => IsPossible(request, action, book, now)),
    ];

    /// <summary>What can be put right: the last step undone, the dates set, the closed request opened again.</summary>
    public static IReadOnlyList<string> PutRight(PatronRequest request, RuleBook book, DateTimeOffset now) =>
        [.. Corrections.Where(action => IsPossible(request, action, book, now))];

    private static IReadOnlyList<string> Corrections { get; } = ["undo", "reopen", "set-dates"];

    private static bool IsPossible(PatronRequest request, string action, RuleBook book, DateTimeOffset now) =>
        StaffCommands.Of(
            action, Filled(request, action, book.Calendar.DateOf(now)), staffId: string.Empty, book.Calendar.DateOf(now), mustName: false) is { } command
        && RequestRules.Decide(request, command, now, book) is var decision
        && (ForPatron.Contains(action) ? decision is Decided<PatronRequest, RequestEvent> : decision is not Refused<PatronRequest, RequestEvent>);

    /// <summary>A form filled in as it would have to be.</summary>
    private static StaffForm Filled(PatronRequest request, string action, DateOnly today) => new()
    {
        Note = "-",
        Symbol = ParcelSenders.Of(request) is [var sender, ..] && (action == "receive" || sender.IsActive) ? sender.Symbol : null,
        Barcode = action == "receive" && request.Parts is not null ? "-" : null,
        Amount = action is "charge-supply" or "charge-fee" ? new MoneyForm(ExchangeRates.Own, 1)
            : request.Quote is { } quote ? new MoneyForm(quote.Cost.Currency, quote.Cost.Amount) : null,
        Fee = ManualFee.Other,
        By = SaidBy.Counter,
        Step = request.Steps is [.., var last] ? last.Step : Step.Receive,

        // A date that is not the present one, and that nothing forbids.
        LenderDueOn = action == "set-dates" ? (request.Loan?.LenderDueOn ?? today).AddDays(1) : null,
        How = AskedBy.Telephone,
        Library = "-",
        Tier = Tier.Hkall,
    };

    /// <summary>What staff charge the patron: the sum of an accepted foreign charge, and fees of their own.</summary>
    private static IReadOnlyList<string> OfCharge(PatronRequest request) =>
    [
        .. SupplyCharges.AwaitsSum(request)
            ? request.Charge?.Standing == ChargeStanding.ToDecide ? ["charge-supply"] : (string[])["charge-supply", "charge-bear"]
            : [],
        .. ManualFees.HasArrived(request) ? (string[])["charge-fee"] : [],
    ];

    private static IReadOnlyList<string> OfStatus(PatronRequest request)
    {
        var loan = request.Service == ServiceType.Loan;
        return request.Status.Stage() switch
        {
            RequestStage.Preparing when request.Status == RequestStatus.InReview =>
                request.Deadline?.For == DeadlineKind.FurtherSearch || request.Awaited?.Stopped == DeadlineKind.FurtherSearch
                    ? [.. request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting) ? ["approve"] : Array.Empty<string>(), "unfilled", "reject", "cancel"]
                    : ["approve", "reject", "cancel"],
            RequestStage.Preparing => ["cancel"],
            RequestStage.Sourcing when request.Status == RequestStatus.AwaitingCostDecision => ["cost-accept", "cost-decline", "cancel"],
            RequestStage.Sourcing when request.Status == RequestStatus.Sourcing && request.Conditions is not null =>
                ["condition-accept", "condition-decline", "ask-status", "cancel"],
            RequestStage.Sourcing when request.Status == RequestStatus.Sourcing =>
                [.. loan ? ["receive"] : Array.Empty<string>(), "next-supplier", .. request.Supplier is null ? Array.Empty<string>() : ["remind", "ask-status"],
                    "cancel"],
            RequestStage.Sourcing => [.. loan ? ["receive"] : Array.Empty<string>(), "next-supplier", "ask-status", "cancel"],
            RequestStage.Withdrawing => loan ? ["receive"] : [],
            RequestStage.InTransit =>
                request.Parts is { Here.Count: > 0 } ? ["receive", "no-more-parts", "ask-status", "damaged"] : ["receive", "ask-status", "lost", "damaged"],
            RequestStage.AtLibrary when request.Status == RequestStatus.ReadyForPickup => ["check-out", "lost", "damaged"],
            RequestStage.AtLibrary when request.Status == RequestStatus.OutForDelivery => ["check-out", "check-in", "lost", "damaged"],
            RequestStage.AtLibrary => ["check-in", "lost", "damaged"],
            RequestStage.WithPatron => ["check-in", "lost", "damaged"],
            RequestStage.Returning => request.SentBackAt is null ? ["send-back", "lost", "damaged"] : ["lost"],
            RequestStage.Closed when request.Status == RequestStatus.Lost => ["check-in", "send-back"],
            RequestStage.Downloadable => ["resupply"],
            RequestStage.Closed when request.Status == RequestStatus.Completed => request.ClosedWhy == ReasonCode.DownloadsUsedUp ? ["resupply"] : [],
            RequestStage.Closed => [],
        };
    }

    /// <summary>The libraries that can have told staff something, the one asked now first: only those that were asked.</summary>
    public static IReadOnlyList<RotaEntry> WhoMaySay(PatronRequest request) =>
        [.. request.Rota.Where(entry => entry.WasAsked).OrderByDescending(entry => entry.IsActive)];

    /// <summary>Whether staff can complete or correct the item.</summary>
    public static bool CanEdit(PatronRequest request) => request.Status.IsOpen();

    /// <summary>Whether staff can still add a library to ask.</summary>
    public static bool CanAddLibrary(PatronRequest request) =>
        request.Status is RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
        or RequestStatus.Sourcing or RequestStatus.Expected;

    /// <summary>Whether the action ends the request or costs money: its form says what will happen, and asks why.</summary>
    public static bool Ends(string action) => action is "cancel" or "lost" or "damaged" or "reject" or "unfilled" or "condition-decline";

    /// <summary>Whether the action cannot be undone; its button looks different.</summary>
    public static bool IsGrave(string action) =>
        action is "cancel" or "lost" or "reject" or "unfilled" or "condition-decline" or "cost-decline" or "unwanted" or "undo";
}
