using Hkall.Requests.Cancelling;
using Hkall.Requests.Charging;

namespace Hkall.Requests.Supplying;

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

    public static Decision Offered(Draft draft, RetryOffered news, RotaEntry sender) => draft.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected => sender.Retries >= MostRetries
            ? Promises.Decline(draft, news, "asked-again-in-vain")
            : news.Cost is { } cost ? ChargingRules.Quoted(draft, news, cost, retry: true)
            : Later(draft, news),

        // Whoever wants to be asked again is not sending it.
        RequestStatus.Cancelling => Withdrawing.Confirmed(draft, news),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, $"{news.Symbol} has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => draft.SetAside(news, "The request is closed."),
    };

    /// <summary>The date has come.</summary>
    public static Decided Due(Draft draft)
    {
        var supplier = draft.Request.Supplier!;
        return Again(draft, supplier).Decided();
    }

    public static Draft Again(Draft draft, RotaEntry supplier) => draft
        .Then(new RetryAsked(supplier.Symbol))
        .Tell(supplier.Symbol, Word.Retry)
        .WaitFor(Awaited.SupplierReply, draft.Policy.Reply.For(supplier.Tier));

    private static Decision Later(Draft draft, RetryOffered news)
    {
        var why = news.Reason ?? "retry-possible";
        if (news.After is not { } after || after > draft.Today.AddDays(LongestWaitDays) || draft.Request.Rota.Any(entry => entry.Standing == Standing.Waiting))
        {
            return Promises.Decline(draft, news, why);
        }

        var tomorrow = draft.Today.AddDays(1);
        var on = draft.Calendar.WorkingDayOnOrAfter(after > tomorrow ? after : tomorrow);
        if (on > news.Before || on >= draft.Request.NeededBy)
        {
            return Promises.Decline(draft, news, why);
        }

        return draft
            .Hear(news)
            .Then(new RetryPlanned(news.Symbol, on, why))
            .WaitFor(Awaited.Retry, draft.Calendar.StartOf(on))
            .Decided();
    }
}
