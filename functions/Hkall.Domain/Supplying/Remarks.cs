using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Messages that staff read and that change nothing, or only how long we wait.</summary>
internal static class Remarks
{
    public static Decision<PatronRequest, RequestEvent> Remark(DecisionBuilder decision, SupplierNews news) => decision.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse or RequestStatus.Overdue
            or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload => decision.MarkReceived(news).Decided(),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => decision.Discard(news, "The request is closed."),
    };

    /// <summary>A library that expects to supply gets one more reply time. A repetition is no news: otherwise we could wait for a library for ever.</summary>
    public static Decision<PatronRequest, RequestEvent> Expect(
        DecisionBuilder decision, SupplyExpected news, RotaEntry sender) => decision.Request.Status switch
        {
            RequestStatus.Sourcing => decision.Request.Conditions is not null ? decision.Discard(news, "Staff have yet to decide on its conditions.") : sender.Expects
                ? decision.Discard(news, $"{news.Symbol} has already said so.")
                : decision.MarkReceived(news).Record(new SupplierExpects(news.Symbol)).SetDeadline(DeadlineKind.SupplierReply, decision.Policy.Reply.For(sender.Tier)).Decided(),
            RequestStatus.Expected => decision.Discard(news, $"{news.Symbol} has already promised it."),
            RequestStatus.AwaitingCostDecision => decision.Discard(news, "The patron has yet to accept the charge."),
            RequestStatus.Cancelling => decision.Discard(news, "The patron has cancelled; the answer to that is awaited."),
            RequestStatus.InReview or RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
                decision.Discard(news, $"{news.Symbol} has already supplied it."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => decision.Discard(news, "The request is closed."),
        };
}
