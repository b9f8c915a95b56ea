using Hkall.Domain.Cancelling;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>What a library answers when we ask it to cancel.</summary>
internal static class CancelAnswers
{
    /// <summary>The library agrees to cancel, or has nothing to send.</summary>
    public static Decision<PatronRequest, RequestEvent> Confirmed(DecisionBuilder decision, SupplierNews news) => decision.Request.Status.Stage() switch
    {
        RequestStage.Withdrawing => Withdrawing.Cancelled(decision.MarkReceived(news), ReasonCode.AgreedByLibrary),

        // A library that cancels without our asking will not supply.
        RequestStage.Sourcing => Promises.Decline(decision, news, ReasonCode.CancelledByLibrary),
        RequestStage.Preparing => decision.Discard(news, "No library has been asked yet."),
        RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
            decision.Discard(news, $"{news.Symbol} has already supplied it."),
        RequestStage.Closed =>
            decision.Discard(news, "The request is closed."),
    };

    public static Decision<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, CancelDeclined news)
    {
        if (decision.Request.Status != RequestStatus.Cancelling)
        {
            return decision.Discard(news, "No cancellation is awaited.");
        }

        var supplier = decision.Request.Supplier!;
        decision.MarkReceived(news)
            .Record(new CancelRefused(supplier.Symbol, news.Reason ?? ReasonCode.BeingSupplied))
            .Notify(Notice.CancelRefused, new NoticeFacts { Library = supplier.Name, Reason = ReasonCode.BeingSupplied });
        return decision.Request.Service switch
        {
            ServiceType.Loan => decision.SetDeadline(DeadlineKind.Shipment, decision.Policy.Shipment.For(supplier.Tier), supplier).Decided(),
            ServiceType.Copy => decision.SetDeadline(DeadlineKind.Scan, decision.Policy.Scan.For(supplier.Tier), supplier).Decided(),
        };
    }
}
