using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>Decides whether we supply: policy answers clear cases at once, staff the rest.</summary>
internal static class SupplyDecisions
{
    public static Decided<LendingRequest, LendingEvent> Begin(AskToLend order, DateTimeOffset now, RuleBook book)
    {
        var fee = book.Policy.Lending.FeeFor(order.Borrower.Kind, order.Service);
        var decision = LendingDecisionBuilder.ForAsking(
            order.RequestId,
            new LendingAsked(
                order.Borrower, order.AgencyId, order.BorrowersId, order.Service, order.Item, order.Holding, book.Policy.Version,
                order.MessageId is null, fee, order.NeededBy, order.Level, order.MaxCost, order.DeliverTo, order.Note, order.Compliance)
            {
                Details = order.Details,
            },
            now,
            book);
        if (order.MessageId is { } message)
        {
            decision.Record(new BorrowerHeard(order.Borrower.Symbol, message, "request"));
        }

        return ByPolicy(decision, order.OpenWithBorrower);
    }

    /// <summary>The library asks again after "retry possible": the same checks on the new terms.</summary>
    public static Decision<LendingRequest, LendingEvent> Again(LendingDecisionBuilder decision, AskedToRetry news)
    {
        if (decision.Request.Status != LendingStatus.RetryPossible)
        {
            return decision.Discard(news, "No retry was offered.");
        }

        decision.MarkReceived(news).Record(new LendingAskedAgain(
            news.Holding, decision.Policy.FeeFor(decision.Request.Borrower.Kind, decision.Request.Service), news.MaxCost, news.NeededBy, news.Note));
        return ByPolicy(decision, openWithBorrower: 0);
    }

    /// <summary>The first check with a clear answer decides. A case that needs a person goes to staff, with the reason.</summary>
    private static Decided<LendingRequest, LendingEvent> ByPolicy(LendingDecisionBuilder decision, int openWithBorrower)
    {
        var (request, policy) = (decision.Request, decision.Policy);
        if (!policy.Offers(request.Borrower.Kind, request.Service))
        {
            return Unfilled(decision, UnfilledReason.PolicyProblem, "This service is not offered to you.");
        }

        if (policy.Pauses.FirstOrDefault(pause => pause.From <= decision.Today && decision.Today <= pause.Until) is { } closed)
        {
            return RetryPossible(decision, RetryReason.NotCurrentAvailableForIll, closed.Until.AddDays(1), null, $"Nothing is lent now: {closed.Why}");
        }

        if (openWithBorrower >= policy.MostWithBorrower)
        {
            return Unfilled(decision, UnfilledReason.PolicyProblem, $"You have {openWithBorrower} of our items, as many as one library may have.");
        }

        if (request.Holding is { Sure: false })
        {
            return ToStaff(decision, ReasonCode.NotIdentified);
        }

        return request switch
        {
            { Holding.Held: false } => Unfilled(decision, UnfilledReason.NotHeld),
            { Service: ServiceType.Loan, Holding.Loanable: false } => Unfilled(decision, UnfilledReason.NonCirculating),
            { Holding.Available: false } => RetryPossible(decision, RetryReason.OnLoan, null, null),
            { Service: ServiceType.Copy, Compliance: null } => ToStaff(decision, ReasonCode.ComplianceMissing),
            { Fee: { } fee, MaxCost: { } most } when !fee.IsWithin(most) => RetryPossible(decision, RetryReason.CostExceedsMaxCost, null, fee),
            { Fee: { } fee, MaxCost: null } => Conditional(decision, new OfferConditions([], fee)),
            _ when !policy.AnswersItself => ToStaff(decision, ReasonCode.ByPolicy),
            _ => Promised(decision),
        };
    }

    public static Decision<LendingRequest, LendingEvent> Promise(LendingDecisionBuilder decision, PromiseSupply order)
    {
        if (order.Compliance is { Length: > 0 } statement && decision.Request is { Service: ServiceType.Copy }
            && decision.Request.Status.Stage() == LendingStage.Answering)
        {
            decision.Record(new ComplianceStated(statement));
        }

        return decision.Request.Status.Stage() switch
        {
            LendingStage.Answering when decision.Request is { Service: ServiceType.Copy, Compliance: null } =>
                LendingDecisionBuilder.Refuse(Refusal.ComplianceRequired, "A copy needs the borrowing library's statement that it keeps to the copyright law."),
            LendingStage.Answering => Promised(decision),
            LendingStage.Preparing or LendingStage.Withdrawing => LendingDecisionBuilder.Refuse(Refusal.AlreadyPromised, "It has been promised already."),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting =>
                LendingDecisionBuilder.Refuse(Refusal.TooLate, "It has been supplied already."),
            LendingStage.Closed => Closed(),
        };
    }

    public static Decision<LendingRequest, LendingEvent> Decline(LendingDecisionBuilder decision, DeclineLending order) =>
        BeforeSupply(decision, () => Unfilled(decision, order.Reason, order.Note));

    public static Decision<LendingRequest, LendingEvent> Offer(LendingDecisionBuilder decision, OfferConditions order) =>
        BeforeSupply(decision, () => Conditional(decision, order));

    public static Decision<LendingRequest, LendingEvent> Retry(LendingDecisionBuilder decision, OfferRetry order) =>
        BeforeSupply(decision, () => RetryPossible(decision, order.Reason, order.After, order.Cost, order.Note));

    /// <summary>We answer an open cancellation first: a borrower who wants to cancel gets no other offer.</summary>
    private static Decision<LendingRequest, LendingEvent> BeforeSupply(
        LendingDecisionBuilder decision, Func<Decision<LendingRequest, LendingEvent>> then) => decision.Request.Status.Stage() switch
        {
            LendingStage.Answering or LendingStage.Preparing => then(),
            LendingStage.Withdrawing =>
                LendingDecisionBuilder.Refuse(Refusal.CancelToAnswer, "The borrowing library has asked to cancel; that is to be answered."),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting =>
                LendingDecisionBuilder.Refuse(Refusal.TooLate, "It has been supplied already."),
            LendingStage.Closed => Closed(),
        };

    public static Decision<LendingRequest, LendingEvent> ConditionsAnswered(LendingDecisionBuilder decision, ConditionsAnswered news)
    {
        if (decision.Request.Status != LendingStatus.Conditional)
        {
            return decision.Discard(news, "No conditions are to be answered.");
        }

        decision.MarkReceived(news);
        if (!news.Accept)
        {
            return decision.Record(new LendingCancelled(ReasonCode.ConditionsDeclined)).Message(SupplyingAction.CancelApproved).Decided();
        }

        decision.Record(new ConditionsAccepted());
        return decision.Request is { Service: ServiceType.Copy, Compliance: null } ? ToStaff(decision, ReasonCode.ComplianceMissing) : Promised(decision);
    }

    /// <summary>The borrower did not accept the conditions in time.</summary>
    public static Decided<LendingRequest, LendingEvent> Lapsed(LendingDecisionBuilder decision) =>
        Unfilled(decision, UnfilledReason.PolicyProblem, "The conditions were not accepted in time.");

    public static Decided<LendingRequest, LendingEvent> Chase(LendingDecisionBuilder decision) => decision.Request.Chased < decision.Policy.AnswerChases
        ? decision.Record(new LendingStaffChased(DeadlineKind.LendingAnswer, decision.Request.Chased + 1))
            .SetDeadline(DeadlineKind.LendingAnswer, decision.Policy.Answer).Decided()
        : Unfilled(decision, UnfilledReason.NotAvailableForIll, "We could not answer in time.");

    internal static Decided<LendingRequest, LendingEvent> Unfilled(LendingDecisionBuilder decision, UnfilledReason reason, string? note = null) => decision
        .Record(new LendingDeclined(reason, note))
        .Message(SupplyingAction.Unfilled, facts => facts with { Unfilled = reason, Note = note })
        .Decided();

    private static Decided<LendingRequest, LendingEvent> RetryPossible(
        LendingDecisionBuilder decision, RetryReason reason, DateOnly? after, Money? cost, string? note = null) => decision
        .Record(new RetryOffered(reason, after, cost, note))
        .Message(SupplyingAction.RetryPossible, facts => facts with { Retry = reason, RetryAfter = after, Cost = cost, Note = note })
        .Decided();

    private static Decided<LendingRequest, LendingEvent> Conditional(LendingDecisionBuilder decision, OfferConditions offer)
    {
        var until = decision.Calendar.WaitUntil(decision.Now, decision.Policy.ConditionsAnswer);
        return decision
            .Record(new ConditionsOffered(offer.Conditions, offer.Cost, offer.Note))
            .Message(SupplyingAction.Conditional, facts => facts with
            {
                Conditions = offer.Conditions,
                Cost = decision.Request.Fee,
                AnswerBy = decision.Calendar.DateOf(until.AddTicks(-1)),
                Note = offer.Note,
            })
            .SetDeadline(DeadlineKind.LendingConditions, until)
            .Decided();
    }

    private static Decided<LendingRequest, LendingEvent> ToStaff(LendingDecisionBuilder decision, ReasonCode why) => decision
        .Record(new LeftToStaff(why))
        .Message(SupplyingAction.ExpectToSupply)
        .SetDeadline(DeadlineKind.LendingAnswer, decision.Policy.Answer)
        .Decided();

    private static Decided<LendingRequest, LendingEvent> Promised(LendingDecisionBuilder decision) => decision
        .Record(new SupplyPromised(decision.Request.Fee))
        .Message(SupplyingAction.WillSupply, facts => facts with { Cost = decision.Request.Fee })
        .SetDeadline(DeadlineKind.LendingPulling, decision.Policy.Pulling)
        .Decided();

    internal static Refused<LendingRequest, LendingEvent> Closed() => LendingDecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed.");
}
