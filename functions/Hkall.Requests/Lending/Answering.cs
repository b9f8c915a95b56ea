using Hkall.Requests.Charging;
using Hkall.Requests.Placing;

namespace Hkall.Requests.Lending;

/// <summary>Whether we supply: what is plain is answered at once by policy, the rest by staff.</summary>
internal static class Answering
{
    public static LendingDecided Begin(AskToLend order, DateTimeOffset now, RuleBook book)
    {
        var fee = book.Policy.Lending.FeeFor(order.Borrower.Kind, order.Service);
        var draft = LendingDraft.ForAsking(
            order.RequestId,
            new LendingAsked(
                order.Borrower, order.AgencyId, order.BorrowersId, order.Service, order.Item, order.Holding, book.Policy.Version,
                order.MessageId is null, fee, order.NeededBy, order.Level, order.MaxCost, order.DeliverTo, order.Note, order.Compliance),
            now,
            book);
        if (order.MessageId is { } message)
        {
            draft.Then(new BorrowerHeard(order.Borrower.Symbol, message, "request"));
        }

        return ByPolicy(draft, order.OpenWithBorrower);
    }

    /// <summary>Asked again after "retry possible": the same questions on the new terms.</summary>
    public static LendingDecision Again(LendingDraft draft, AskedToRetry news)
    {
        if (draft.Request.Status != LendingStatus.RetryPossible)
        {
            return draft.SetAside(news, "No retry was offered.");
        }

        draft.Hear(news).Then(new LendingAskedAgain(
            news.Holding, draft.Policy.FeeFor(draft.Request.Borrower.Kind, draft.Request.Service), news.MaxCost, news.NeededBy, news.Note));
        return ByPolicy(draft, openWithBorrower: 0);
    }

    /// <summary>The first question with a plain answer decides. What only a person can see to goes to staff, with the reason.</summary>
    private static LendingDecided ByPolicy(LendingDraft draft, int openWithBorrower)
    {
        var (request, policy) = (draft.Request, draft.Policy);
        if (!policy.Offers(request.Borrower.Kind, request.Service))
        {
            return Unfilled(draft, UnfilledReason.PolicyProblem, "This service is not offered to you.");
        }

        if (policy.Pauses.FirstOrDefault(pause => pause.From <= draft.Today && draft.Today <= pause.Until) is { } closed)
        {
            return RetryPossible(draft, RetryReason.NotCurrentAvailableForIll, closed.Until.AddDays(1), null, $"Nothing is lent now: {closed.Why}");
        }

        if (openWithBorrower >= policy.MostWithBorrower)
        {
            return Unfilled(draft, UnfilledReason.PolicyProblem, $"You have {openWithBorrower} of our items, as many as one library may have.");
        }

        if (request.Holding is { Sure: false })
        {
            return ToStaff(draft, "not-identified");
        }

        return request switch
        {
            { Holding.Held: false } => Unfilled(draft, UnfilledReason.NotHeld),
            { Service: ServiceType.Loan, Holding.Loanable: false } => Unfilled(draft, UnfilledReason.NonCirculating),
            { Holding.Available: false } => RetryPossible(draft, RetryReason.OnLoan, null, null),
            { Service: ServiceType.Copy, Compliance: null } => ToStaff(draft, "compliance-missing"),
            { Fee: { } fee, MaxCost: { } most } when !fee.IsWithin(most) => RetryPossible(draft, RetryReason.CostExceedsMaxCost, null, fee),
            { Fee: { } fee, MaxCost: null } => Conditional(draft, new OfferConditions([], fee)),
            _ when !policy.AnswersItself => ToStaff(draft, "by-policy"),
            _ => Promised(draft),
        };
    }

    public static LendingDecision Promise(LendingDraft draft, PromiseSupply order)
    {
        if (order.Compliance is { Length: > 0 } statement && draft.Request is { Service: ServiceType.Copy } && draft.Request.Status.Stage() == LendingStage.Answering)
        {
            draft.Then(new ComplianceStated(statement));
        }

        return draft.Request.Status.Stage() switch
        {
            LendingStage.Answering when draft.Request is { Service: ServiceType.Copy, Compliance: null } =>
                LendingDraft.Refuse(Refusal.ComplianceRequired, "A copy needs the borrowing library's statement that it keeps to the copyright law."),
            LendingStage.Answering => Promised(draft),
            LendingStage.Preparing or LendingStage.Withdrawing => LendingDraft.Refuse(Refusal.AlreadyPromised, "It has been promised already."),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => LendingDraft.Refuse(Refusal.TooLate, "It has been supplied already."),
            LendingStage.Closed => Closed(),
        };
    }

    public static LendingDecision Decline(LendingDraft draft, DeclineLending order) => BeforeSupply(draft, () => Unfilled(draft, order.Reason, order.Note));

    public static LendingDecision Offer(LendingDraft draft, OfferConditions order) => BeforeSupply(draft, () => Conditional(draft, order));

    public static LendingDecision Retry(LendingDraft draft, OfferRetry order) =>
        BeforeSupply(draft, () => RetryPossible(draft, order.Reason, order.After, order.Cost, order.Note));

    /// <summary>A borrower who wants no more of it is not offered something else: the cancellation is answered first.</summary>
    private static LendingDecision BeforeSupply(LendingDraft draft, Func<LendingDecision> then) => draft.Request.Status.Stage() switch
    {
        LendingStage.Answering or LendingStage.Preparing => then(),
        LendingStage.Withdrawing => LendingDraft.Refuse(Refusal.CancelToAnswer, "The borrowing library has asked to cancel; that is to be answered."),
        LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => LendingDraft.Refuse(Refusal.TooLate, "It has been supplied already."),
        LendingStage.Closed => Closed(),
    };

    public static LendingDecision ConditionsAnswered(LendingDraft draft, ConditionsAnswered news)
    {
        if (draft.Request.Status != LendingStatus.Conditional)
        {
            return draft.SetAside(news, "No conditions are to be answered.");
        }

        draft.Hear(news);
        if (!news.Accept)
        {
            return draft.Then(new LendingCancelled("conditions-declined")).Tell(LendingWord.CancelApproved).Decided();
        }

        draft.Then(new ConditionsAccepted());
        return draft.Request is { Service: ServiceType.Copy, Compliance: null } ? ToStaff(draft, "compliance-missing") : Promised(draft);
    }

    /// <summary>Nobody accepted the conditions in time.</summary>
    public static LendingDecided Lapsed(LendingDraft draft) => Unfilled(draft, UnfilledReason.PolicyProblem, "The conditions were not accepted in time.");

    public static LendingDecided Chase(LendingDraft draft) => draft.Request.Chased < draft.Policy.AnswerChases
        ? draft.Then(new LendingStaffChased(Awaited.LendingAnswer, draft.Request.Chased + 1)).WaitFor(Awaited.LendingAnswer, draft.Policy.Answer).Decided()
        : Unfilled(draft, UnfilledReason.NotAvailableForIll, "We could not answer in time.");

    internal static LendingDecided Unfilled(LendingDraft draft, UnfilledReason reason, string? note = null) => draft
        .Then(new LendingDeclined(reason, note))
        .Tell(LendingWord.Unfilled, facts => facts with { Unfilled = reason, Note = note })
        .Decided();

    private static LendingDecided RetryPossible(LendingDraft draft, RetryReason reason, DateOnly? after, Money? cost, string? note = null) => draft
        .Then(new RetryOffered(reason, after, cost, note))
        .Tell(LendingWord.RetryPossible, facts => facts with { Retry = reason, RetryAfter = after, Cost = cost, Note = note })
        .Decided();

    private static LendingDecided Conditional(LendingDraft draft, OfferConditions offer)
    {
        var until = draft.Calendar.WaitUntil(draft.Now, draft.Policy.ConditionsAnswer);
        return draft
            .Then(new ConditionsOffered(offer.Conditions, offer.Cost, offer.Note))
            .Tell(LendingWord.Conditional, facts => facts with
            {
                Conditions = offer.Conditions,
                Cost = draft.Request.Fee,
                AnswerBy = draft.Calendar.DateOf(until.AddTicks(-1)),
                Note = offer.Note,
            })
            .WaitFor(Awaited.LendingConditions, until)
            .Decided();
    }

    private static LendingDecided ToStaff(LendingDraft draft, string why) => draft
        .Then(new LeftToStaff(why))
        .Tell(LendingWord.ExpectToSupply)
        .WaitFor(Awaited.LendingAnswer, draft.Policy.Answer)
        .Decided();

    private static LendingDecided Promised(LendingDraft draft) => draft
        .Then(new SupplyPromised(draft.Request.Fee))
        .Tell(LendingWord.WillSupply, facts => facts with { Cost = draft.Request.Fee })
        .WaitFor(Awaited.LendingPulling, draft.Policy.Pulling)
        .Decided();

    internal static LendingRefused Closed() => LendingDraft.Refuse(Refusal.AlreadyClosed, "The request is closed.");
}
