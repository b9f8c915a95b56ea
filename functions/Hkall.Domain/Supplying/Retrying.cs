using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;

namespace Hkall.Domain.Supplying;

/// <summary>
/// "Ask us again": for a charge, which is then considered like any charge, or from a date on. We wait for a date only where no
/// other library is left to ask.
/// </summary>
internal static class Retrying
{
    /// <summary>Times one library is asked again for one request: its system and ours must not keep each other going for ever.</summary>
    public const int MostRetries = 2;

    /// <summary>The longest we wait for one library's date; a patron who waits longer is better served by staff.</summary>
    public const int LongestWaitDays = 30;

    public static Decision Offered(DecisionBuilder decision, RetryOffered news, RotaEntry sender) => decision.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected => sender.Retries >= MostRetries
            ? Promises.Decline(decision, news, "asked-again-in-vain")
            : news.Cost is { } cost ? ChargingRules.Quoted(decision, news, cost, retry: true)
            : Later(decision, news),

        // Whoever wants to be asked again is not sending it.
        RequestStatus.Cancelling => Withdrawing.Confirmed(decision, news),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            decision.Discard(news, $"{news.Symbol} has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => decision.Discard(news, "The request is closed."),
    };

    /// <summary>The date has come.</summary>
    public static Decided Due(DecisionBuilder decision)
    {
        var supplier = decision.Request.Supplier!;
        return Again(decision, supplier).Decided();
    }

    public static DecisionBuilder Again(DecisionBuilder decision, RotaEntry supplier) => decision
        .Record(new RetryAsked(supplier.Symbol))
        .Message(supplier.Symbol, RequestingAction.Retry)
        .SetDeadline(DeadlineKind.SupplierReply, decision.Policy.Reply.For(supplier.Tier));

    private static Decision Later(DecisionBuilder decision, RetryOffered news)
    {
        var why = news.Reason ?? "retry-possible";
        if (news.After is not { } after || after > decision.Today.AddDays(LongestWaitDays) || decision.Request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting))
        {
            return Promises.Decline(decision, news, why);
        }

        var tomorrow = decision.Today.AddDays(1);
        var on = decision.Calendar.WorkingDayOnOrAfter(after > tomorrow ? after : tomorrow);
        if (on > news.Before || on >= decision.Request.NeededBy)
        {
            return Promises.Decline(decision, news, why);
        }

        return decision
            .MarkReceived(news)
            .Record(new RetryPlanned(news.Symbol, on, why))
            .SetDeadline(DeadlineKind.Retry, decision.Calendar.StartOf(on))
            .Decided();
    }
}
