using System.Globalization;
using Hkall.Requests.Cancelling;
using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Charging;

/// <summary>"The user will be notified before the request proceeds" (page): nothing is ordered for a charge without a recorded acceptance.</summary>
internal static class ChargingRules
{
    /// <summary>The library names a charge. A price that changed after it was accepted is asked about again.</summary>
    public static Decision Quoted(Draft draft, SupplierNews news, Money cost, bool retry = false) => draft.Request.Status switch
    {
        // The offer said again is no new offer: the patron's days to decide do not begin anew.
        RequestStatus.AwaitingCostDecision => draft.Request.Quote is { } quote && quote.Cost == cost && quote.Retry == retry
            ? draft.SetAside(news, "The patron is being asked about that charge.")
            : Considered(draft.Hear(news), news.Symbol, cost, retry),
        RequestStatus.Sourcing or RequestStatus.Expected => Considered(draft.Hear(news), news.Symbol, cost, retry),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        // Whoever still makes conditions is not sending it.
        RequestStatus.Cancelling => Withdrawing.Confirmed(draft, news),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, $"{news.Symbol} has already supplied it; a charge now is for staff to settle."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed."),
    };

    internal static Decided Considered(Draft draft, string symbol, Money cost, bool retry, bool afterConditions = false)
    {
        if (cost.IsWithin(draft.Policy.CostThreshold))
        {
            return Accepted(draft, symbol, cost, "borne-by-library", retry);
        }

        if (cost.IsWithin(draft.Request.MaxCost) || cost.IsWithin(draft.Request.AcceptedCost))
        {
            return Accepted(draft, symbol, cost, "within-maximum", retry);
        }

        var decideBy = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.CostDecisionDays));
        draft.Then(new CostQuoted(symbol, cost, decideBy) { Retry = retry, AfterConditions = afterConditions })
            .Tell(Notice.CostDecision, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = decideBy, Cost = cost });
        return WaitForDecision(draft).Decided();
    }

    private static Draft WaitForDecision(Draft draft)
    {
        var quote = draft.Request.Quote!;
        var reminder = draft.Calendar.StartOf(draft.Calendar.AddWorkingDays(quote.DecideBy, -draft.Policy.CostReminderWorkingDays));
        return !quote.Reminded && reminder > draft.Now
            ? draft.WaitFor(Awaited.CostReminder, reminder)
            : draft.WaitFor(Awaited.CostDecision, draft.Calendar.EndOf(quote.DecideBy));
    }

    public static Decision Decide(Draft draft, DecideCost order)
    {
        if (draft.Request is not { Status: RequestStatus.AwaitingCostDecision, Quote: { } quote, Supplier: { } supplier })
        {
            return new Refused(Refusal.NothingToDecide, "No charge is waiting for a decision.");
        }

        // The clock decides, not the timer, as with every date a patron was given.
        if (draft.Now >= draft.Calendar.EndOf(quote.DecideBy))
        {
            return new Refused(Refusal.NothingToDecide, $"The charge could be accepted until {quote.DecideBy:yyyy-MM-dd}.");
        }

        // A price that changed between the showing and the pressing of the button is not the one that was accepted.
        if (order is { Accept: true, Cost: { } seen } && seen != quote.Cost)
        {
            return new Refused(Refusal.PriceChanged, $"The charge has changed; it is now {quote.Cost.Currency} {quote.Cost.Amount.ToString("0.00", CultureInfo.InvariantCulture)}.");
        }

        return order.Accept
            ? Accepted(draft, supplier.Symbol, quote.Cost, "by-patron", quote.Retry)
            : Declined(draft, "by-patron");
    }

    public static Decision Remind(Draft draft)
    {
        var quote = draft.Request.Quote!;
        if (draft.Now >= draft.Calendar.EndOf(quote.DecideBy))
        {
            return Lapsed(draft);
        }

        draft.Then(new CostReminded())
            .Tell(Notice.CostReminder, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = quote.DecideBy, Cost = quote.Cost });
        return WaitForDecision(draft).Decided();
    }

    /// <summary>No answer is a no: it costs nothing, and the search goes on. Where nobody is left to ask, the mail that says so is enough.</summary>
    public static Decision Lapsed(Draft draft)
    {
        var quote = draft.Request.Quote!;
        if (draft.Request.Rota.Any(entry => entry.Standing == Standing.Waiting))
        {
            draft.Tell(Notice.CostLapsed, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = quote.DecideBy, Cost = quote.Cost });
        }

        return Declined(draft, "no-answer");
    }

    private static Decided Declined(Draft draft, string why)
    {
        var supplier = draft.Request.Supplier!;
        draft.Then(new CostDeclined(supplier.Symbol, draft.Request.Quote!.Cost, why));
        return Asking.AskAnother(draft, "charge-declined", Word.Cancel);
    }

    private static Decided Accepted(Draft draft, string symbol, Money cost, string how, bool retry)
    {
        var supplier = draft.Request.Supplier!;
        var estimate = Asking.EstimateFrom(draft, supplier);
        draft.Then(new CostAccepted(symbol, cost, how));
        if (retry)
        {
            // It has let go of the request: it must be asked again, and may say yes or no.
            return Retrying.Again(draft, supplier).Decided();
        }

        draft.Tell(symbol, Word.AcceptCost);
        if (draft.Request.Status != RequestStatus.Expected)
        {
            draft.Then(new SupplierPromised(symbol, estimate))
                .Tell(Notice.ItemExpected, new NoticeFacts { Library = supplier.Name, Estimate = estimate, Cost = cost, Reason = how });
        }

        return draft.Request.Service switch
        {
            ServiceType.Loan => draft.WaitFor(Awaited.Shipment, draft.Policy.Shipment.For(supplier.Tier), supplier).Decided(),
            ServiceType.Copy => draft.WaitFor(Awaited.Scan, draft.Policy.Scan.For(supplier.Tier), supplier).Decided(),
        };
    }
}
