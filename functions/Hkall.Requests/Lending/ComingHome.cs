using Hkall.Requests.Charging;

namespace Hkall.Requests.Lending;

/// <summary>The way back, and items that do not find it.</summary>
internal static class ComingHome
{
    public static LendingDecision Announced(LendingDraft draft, BorrowerReturned news) => draft.Request.Status.Stage() switch
    {
        LendingStage.Lent => draft.Hear(news).Then(new ReturnAnnounced()).WaitFor(Awaited.LendingReturn, draft.Policy.ComingBack).Decided(),
        LendingStage.ComingBack => draft.SetAside(news, "It is known to be on its way."),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting => draft.SetAside(news, "Nothing of ours is on loan there."),
        LendingStage.Closed => draft.SetAside(news, "The request is closed."),
    };

    public static LendingDecision Arrive(LendingDraft draft) => draft.Request.Status switch
    {
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled or LendingStatus.Returning =>
            draft.Then(new LoanBack()).Tell(LendingWord.LoanCompleted).Decided(),

        // An item thought lost came back: its replacement is not to be paid.
        LendingStatus.Lost => draft.Then(new LoanBack(GivenBack(draft))).Tell(LendingWord.LoanCompleted).Decided(),
        LendingStatus.Completed => draft.Ignored("It is back already."),
        LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan or LendingStatus.CancelAsked
            or LendingStatus.Supplied or LendingStatus.Unfilled or LendingStatus.RetryPossible or LendingStatus.Cancelled =>
            LendingDraft.Refuse(Refusal.NothingToTakeBack, "Nothing of it is out of the house."),
    };

    public static LendingDecision Lose(LendingDraft draft, string why, Money? cost) => draft.Request.Status.Stage() switch
    {
        LendingStage.Lent or LendingStage.ComingBack => Lost(draft, why, cost),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
            LendingDraft.Refuse(Refusal.NothingToLose, "Nothing of it is out of the house."),
        LendingStage.Closed => Answering.Closed(),
    };

    public static LendingDecision LostByBorrower(LendingDraft draft, BorrowerLost news) => draft.Request.Status.Stage() switch
    {
        LendingStage.Lent or LendingStage.ComingBack => Lost(draft.Hear(news), "lost-by-borrower", null),
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting => draft.SetAside(news, "Nothing of ours is on loan there."),
        LendingStage.Closed => draft.SetAside(news, "The request is closed."),
    };

    /// <summary>A parcel that does not arrive: staff ask after it, and in the end it is lost. The borrower answers for the way back.</summary>
    public static LendingDecided Chase(LendingDraft draft) => draft.Request.Chased < draft.Policy.ComingBackChases
        ? draft.Then(new LendingStaffChased(Awaited.LendingReturn, draft.Request.Chased + 1)).WaitFor(Awaited.LendingReturn, draft.Chase).Decided()
        : Lost(draft, "lost-on-the-way-back", null);

    internal static LendingDecided Lost(LendingDraft draft, string why, Money? cost)
    {
        var price = cost ?? draft.Policy.LostFee;
        return draft
            .Then(new LoanLost(why, new Charge(draft.Today, ChargeFor.Lost, price)))
            .Tell(LendingWord.Lost, facts => facts with { Cost = price, Note = why })
            .Decided();
    }

    private static Charge? GivenBack(LendingDraft draft) => draft.Request.Charges.LastOrDefault(charge => charge.For == ChargeFor.Lost) is { } paid
        ? new Charge(draft.Today, ChargeFor.FoundAgain, paid.Cost with { Amount = -paid.Cost.Amount })
        : null;
}
