using Hkall.Domain.Model;

namespace Hkall.Domain.Cancelling;

/// <summary>
/// Until check-out the patron may say that they no longer want an item that cannot be cancelled any more: it waits on no shelf for
/// nobody, and its lender has it back sooner.
/// </summary>
internal static class NoLongerWanted
{
    public static Decision<PatronRequest, RequestEvent> Declare(DecisionBuilder decision, DeclareUnwanted order)
    {
        if (decision.Request.Service == ServiceType.Copy)
        {
            return DecisionBuilder.Refuse(Refusal.NotALoan, "Nothing is kept for the patron: a copy that they no longer want need not be downloaded.");
        }

        return decision.Request.Status.Stage() switch
        {
            // The library refused to cancel, so its item will come.
            RequestStage.Sourcing when decision.Request is { Status: RequestStatus.Expected, Supplier.WouldNotCancel: true } =>
                StillToCome(decision, order, ReasonCode.BeingSupplied),
            RequestStage.Preparing or RequestStage.Sourcing =>
                DecisionBuilder.Refuse(Refusal.NotShipped, "It has not been sent yet: cancel the request instead."),
            RequestStage.Withdrawing => DecisionBuilder.Refuse(Refusal.NotShipped, "The library has been asked to cancel it; its answer is awaited."),
            RequestStage.InTransit => StillToCome(decision, order, ReasonCode.Shipped),
            RequestStage.AtLibrary => Said(decision, order, toCome: null).SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack).Decided(),
            RequestStage.WithPatron => DecisionBuilder.Refuse(Refusal.TooLate, "The item is checked out; it is returned at the Service Counter."),

            // An item that was never checked out is going back without the patron, whatever the reason.
            RequestStage.Returning when decision.Request.Loan?.DueOn is null => decision.Ignored("It is already on its way back."),
            RequestStage.Returning => DecisionBuilder.Refuse(Refusal.TooLate, "The item has been returned."),
            RequestStage.Downloadable => DecisionBuilder.Refuse(Refusal.NotALoan, "A copy is downloaded, not kept for the patron."),
            RequestStage.Closed => DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
        };
    }

    private static Decision<PatronRequest, RequestEvent> StillToCome(DecisionBuilder decision, DeclareUnwanted order, ReasonCode toCome) =>
        decision.Request.Unwanted ? decision.Ignored("It goes straight back when it arrives.") : Said(decision, order, toCome).Decided();

    /// <param name="toCome">For the mail: whether the item is still being supplied, or shipped; null if it is here.</param>
    private static DecisionBuilder Said(DecisionBuilder decision, DeclareUnwanted order, ReasonCode? toCome) => decision
        .Record(new ItemUnwanted(order.By) { Word = order.Word })
        .Notify(Notice.Unwanted, new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Reason = toCome,

            // Of a charge for what is here, the patron has been told before.
            Cost = toCome is not null && decision.Request.Acceptance is { IsPatrons: true } accepted ? accepted.Cost : null,
        });
}
