using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Charging;

/// <summary>"The user will be notified before the request proceeds" (page): no charge is ordered without a recorded acceptance.</summary>
internal static class ChargingRules
{
    /// <summary>The library names a charge. If the price changed after the patron accepted it, we ask the patron again.</summary>
    public static Decision<PatronRequest, RequestEvent> Quoted(DecisionBuilder decision, SupplierNews news, Money cost, bool retry = false) =>
        decision.Request.Status.Stage() switch
        {
            // A repeated offer is not a new one: the patron's days to decide do not start again.
            RequestStage.Sourcing when decision.Request.Status == RequestStatus.AwaitingCostDecision =>
                decision.Request.Quote is { } quote && quote.Cost == cost && quote.Retry == retry
                ? decision.Discard(news, "The patron is being asked about that charge.")
                : Considered(decision.MarkReceived(news), news.Symbol, cost, retry),
            RequestStage.Sourcing => Considered(decision.MarkReceived(news), news.Symbol, cost, retry),
            RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
            // A library that still makes conditions is not sending the item.
            RequestStage.Withdrawing => CancelAnswers.Confirmed(decision, news),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
                decision.Discard(news, $"{news.Symbol} has already supplied it; a charge now is for staff to settle."),
            RequestStage.Closed =>
                decision.Discard(news, "The request is closed."),
        };

    internal static Decided<PatronRequest, RequestEvent> Considered(
        DecisionBuilder decision, string symbol, Money cost, bool retry, bool afterConditions = false)
    {
        if (StatedCharges.Agreed(decision, symbol, cost, decision.Request.AcceptedCost) is { } how)
        {
            return how == ReasonCode.BorneByLibrary
                ? Borne(decision, symbol, cost, retry, StatedCharges.IsBorneByPolicy(decision, symbol, cost)).Decided()
                : Accepted(decision, symbol, cost, how, retry).Decided();
        }

        return StatedCharges.IsLibrarysTier(decision, symbol)
            ? AskStaff(decision, symbol, cost, retry)
            : AskPatron(decision, symbol, cost, retry, afterConditions);
    }

    /// <summary>
    /// The Library bears charges of this tier, but not of any height: staff decide as on conditions. Until then nothing is ordered, and
    /// if they do not decide, the next library is asked.
    /// </summary>
    private static Decided<PatronRequest, RequestEvent> AskStaff(DecisionBuilder decision, string symbol, Money cost, bool retry)
    {
        var named = new ConditionsNamed(symbol, [ReasonCode.Cost], cost) { Retry = retry };
        if (decision.Request is { Status: RequestStatus.Sourcing, Conditions: { Conditions: [{ Code: ReasonCode.Cost }] } known }
            && known.Symbol == symbol && known.Cost == cost && known.Retry == retry)
        {
            // A repeated charge is not a new one: the days to decide do not start again.
            return decision.Decided();
        }

        return AlertOfNoRate(decision.Record(named), cost).SetDeadline(DeadlineKind.Conditions, decision.Policy.Conditions).Decided();
    }

    private static Decided<PatronRequest, RequestEvent> AskPatron(DecisionBuilder decision, string symbol, Money cost, bool retry, bool afterConditions)
    {
        var decideBy = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.CostDecisionDays));
        var (accepted, former) = (decision.Request.AcceptedCost, decision.Request.Quote?.Cost ?? decision.Request.AcceptedCost);
        var about = decision.Book.Rates.Approximate(cost);
        decision.Record(new CostQuoted(symbol, cost, decideBy) { Retry = retry, AfterConditions = afterConditions, Approximately = about })
            .Notify(Notice.CostDecision, new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = decideBy,
                Cost = cost,
                Approximately = about,
                FormerCost = former == cost ? null : former,

                // What the Library would have paid itself was never the patron's to accept.
                VoidCost = accepted?.IsWithin(decision.Policy.CostThreshold) == true ? null : accepted,
            });
        return WaitForDecision(AlertOfNoRate(decision, cost)).Decided();
    }

    /// <summary>Without a rate nobody can say whether the charge is small, so somebody is asked, and staff see which rate is missing.</summary>
    private static DecisionBuilder AlertOfNoRate(DecisionBuilder decision, Money cost) =>
        decision.Book.Rates.InHkd(cost) is null ? decision.Record(new StaffAlerted(ReasonCode.NoRate)) : decision;

    internal static DecisionBuilder WaitForDecision(DecisionBuilder decision)
    {
        var quote = decision.Request.Quote!;
        var reminder = decision.Calendar.StartOf(decision.Calendar.AddWorkingDays(quote.DecideBy, -decision.Policy.CostReminderWorkingDays));
        return !quote.Reminded && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.CostReminder, reminder)
            : decision.SetDeadline(DeadlineKind.CostDecision, decision.Calendar.EndOf(quote.DecideBy));
    }

    public static Decision<PatronRequest, RequestEvent> Decide(DecisionBuilder decision, DecideCost order)
    {
        if (decision.Request is not { Status: RequestStatus.AwaitingCostDecision, Quote: { } quote, Supplier: { } supplier })
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, "No charge is waiting for a decision.");
        }

        // The clock decides, not the timer, as for every date given to a patron.
        if (decision.Now >= decision.Calendar.EndOf(quote.DecideBy))
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, $"The charge could be accepted until {quote.DecideBy:yyyy-MM-dd}.");
        }

        // The price changed after the page was shown, so the patron decided on another price than this one.
        if (order.Cost is { } seen && seen != quote.Cost)
        {
            return DecisionBuilder.Refuse(
                Refusal.PriceChanged,
                $"The charge has changed; it is now {Currencies.Write(quote.Cost)}.");
        }

        StatedReason by = order.Word is null ? ReasonCode.ByPatron : ReasonCode.ByStaff;
        return order.Accept
            ? Accepted(decision, supplier.Symbol, quote.Cost, by, quote.Retry, order.Word).Decided()
            : Declined(decision, by, order.Word);
    }

    public static Decision<PatronRequest, RequestEvent> Remind(DecisionBuilder decision)
    {
        var quote = decision.Request.Quote!;
        if (decision.Now >= decision.Calendar.EndOf(quote.DecideBy))
        {
            return Lapsed(decision);
        }

        decision.Record(new CostReminded())
            .Notify(Notice.CostReminder, new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = quote.DecideBy,
                Cost = quote.Cost,
                Approximately = quote.Approximately,
            });
        return WaitForDecision(decision).Decided();
    }

    /// <summary>No answer is a no: it costs nothing, and the search goes on. If no library is left, the mail that says so is enough.</summary>
    public static Decision<PatronRequest, RequestEvent> Lapsed(DecisionBuilder decision)
    {
        var quote = decision.Request.Quote!;
        if (decision.Request.Rota.Any(entry => entry.Standing == RotaStatus.Waiting))
        {
            decision.Notify(Notice.CostLapsed, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = quote.DecideBy, Cost = quote.Cost });
        }

        return Declined(decision, ReasonCode.NoAnswer);
    }

    private static Decided<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, StatedReason why, PatronsWord? word = null)
    {
        var supplier = decision.Request.Supplier!;
        decision.Record(new CostDeclined(supplier.Symbol, decision.Request.Quote!.Cost, why) { Word = word });
        return Asking.AskAnother(decision, ReasonCode.ChargeDeclined, RequestingAction.Cancel);
    }

    /// <summary>The Library pays the charge. What its policy decides beyond the small charges is on record for the reports.</summary>
    internal static DecisionBuilder Borne(DecisionBuilder decision, string symbol, Money cost, bool retry, bool byPolicy)
    {
        Accepted(decision, symbol, cost, ReasonCode.BorneByLibrary, retry);
        return byPolicy ? decision.Record(new ChargeBorne(symbol, cost) { Why = ReasonCode.ByPolicy, Whole = true }) : decision;
    }

    private static DecisionBuilder Accepted(
        DecisionBuilder decision, string symbol, Money cost, StatedReason how, bool retry, PatronsWord? word = null)
    {
        var supplier = decision.Request.Supplier!;
        var estimate = Asking.EstimateFrom(decision, supplier);

        // The patron pays what they were told when they accepted, and not what the rate of a later day makes of it.
        var about = decision.Request.Quote is { } quote && quote.Cost == cost ? quote.Approximately : decision.Book.Rates.Approximate(cost);
        decision.Record(new CostAccepted(symbol, cost, how) { Word = word, Approximately = about });
        if (retry)
        {
            // The library has closed the request. We ask it again, and it may say yes or no.
            return Retrying.Again(decision, supplier);
        }

        decision.Message(symbol, RequestingAction.AcceptCost);
        if (decision.Request.Status != RequestStatus.Expected)
        {
            decision.Record(new SupplierPromised(symbol, estimate))
                .Notify(
                    Notice.ItemExpected,
                    new NoticeFacts { Library = supplier.Name, Estimate = estimate, Cost = cost, Approximately = about, Reason = how });
        }

        return decision.Request.Service switch
        {
            ServiceType.Loan => decision.SetDeadline(DeadlineKind.Shipment, decision.Policy.Shipment.For(supplier.Tier), supplier),
            ServiceType.Copy => decision.SetDeadline(DeadlineKind.Scan, decision.Policy.Scan.For(supplier.Tier), supplier),
        };
    }
}
