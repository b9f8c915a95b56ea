namespace Hkall.Requests.Supplying;

/// <summary>What is taken in for staff to read and moves nothing, or only the time we wait.</summary>
internal static class Remarks
{
    public static Decision Remark(Draft draft, SupplierNews news) => draft.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse or RequestStatus.Overdue
            or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload => draft.Hear(news).Decided(),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => draft.SetAside(news, "The request is closed."),
    };

    /// <summary>Whoever expects to supply gets the time of a reply once more; said again it is no news, or a library could be waited for without end.</summary>
    public static Decision Expect(Draft draft, SupplyExpected news, RotaEntry sender) => draft.Request.Status switch
    {
        RequestStatus.Sourcing => draft.Request.Conditions is not null ? draft.SetAside(news, "Staff have yet to decide on its conditions.") : sender.Expects
            ? draft.SetAside(news, $"{news.Symbol} has already said so.")
            : draft.Hear(news).Then(new SupplierExpects(news.Symbol)).WaitFor(Awaited.SupplierReply, draft.Policy.Reply.For(sender.Tier)).Decided(),
        RequestStatus.Expected => draft.SetAside(news, $"{news.Symbol} has already promised it."),
        RequestStatus.AwaitingCostDecision => draft.SetAside(news, "The patron has yet to accept the charge."),
        RequestStatus.Cancelling => draft.SetAside(news, "The patron has cancelled; the answer to that is awaited."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => draft.SetAside(news, "No library has been asked yet."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, $"{news.Symbol} has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => draft.SetAside(news, "The request is closed."),
    };
}
