using Hkall.Requests.Delivering;
using Hkall.Requests.Fees;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.OnLoan;

/// <summary>"Lending libraries may recall items. These items must be returned immediately" (seed).</summary>
internal static class Recalling
{
    public static Decision Recall(Draft draft, Recall news) => draft.Request.Status switch
    {
        RequestStatus.OnLoan => FromPatron(draft, news),

        // A second recall must not give an overdue item a new due date: its notices go on.
        RequestStatus.Overdue => draft.Request.Loan!.Recalled
            ? draft.SetAside(news, "It has already been recalled and is overdue.")
            : FromPatron(draft, news),
        RequestStatus.Recalled => draft.SetAside(news, "It has already been recalled."),

        // It has not reached the patron: it goes back from where it is.
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse => Told(draft, news)
            .Then(new PickupExpired("recalled"))
            .WaitFor(Awaited.SendingBack, draft.Policy.SendingBack)
            .Decided(),
        RequestStatus.InTransit => draft.Request.Unwanted
            ? draft.SetAside(news, "It goes straight back when it arrives.")
            : Told(draft, news).Decided(),

        RequestStatus.Returning => draft.SetAside(news, "It is already on its way back."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, "Nothing has been lent."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed."),
    };

    private static Decided FromPatron(Draft draft, Recall news)
    {
        // The recall gives it another due date: what it has cost until now stands on its own.
        Fines.Charge(draft, "recalled");
        Told(draft, news);
        return draft.WaitFor(Awaited.DueDate, draft.Calendar.EndOf(draft.Request.Loan!.DueOn!.Value)).Decided();
    }

    private static Draft Told(Draft draft, Recall news)
    {
        var dueOn = DueOn(draft, news);
        var facts = draft.Request.Status.IsWithPatron()
            ? new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = dueOn }
            : new NoticeFacts { Library = draft.Request.Supplier?.Name, Reason = "before-pickup" };
        return draft.Hear(news)
            .Then(new ItemRecalled(news.Symbol, dueOn))
            .Tell(Notice.Recalled, facts);
    }

    /// <summary>
    /// The lender's date where it names one that can still be kept; never later than the date the patron already has, and where
    /// that has passed never later than the usual days of a recall.
    /// </summary>
    private static DateOnly DueOn(Draft draft, Recall news)
    {
        var earliest = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(1));
        var usual = NotBefore(earliest, draft.Calendar.WorkingDayOnOrBefore(draft.Today.AddDays(draft.Policy.RecallDays)));
        var asked = news.DueOn is { } named ? NotBefore(earliest, draft.Calendar.WorkingDayOnOrBefore(NotBefore(earliest, named))) : usual;
        var latest = draft.Request is { Status: RequestStatus.OnLoan, Loan.DueOn: { } current } ? current : usual;
        return asked <= latest ? asked : latest;
    }

    private static DateOnly NotBefore(DateOnly earliest, DateOnly date) => date < earliest ? earliest : date;
}
