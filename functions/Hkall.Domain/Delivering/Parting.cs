using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Delivering;

/// <summary>
/// Receives an item part by part and takes it back the same way. It is ready for the patron when all parts are here, and returned
/// when all are back.
/// </summary>
internal static class Parting
{
    /// <summary>Receives the next part of an expected item; the last one makes it ready.</summary>
    public static Decision<PatronRequest, RequestEvent> Next(DecisionBuilder decision, ReceiveItem order)
    {
        if (order.Barcode is not { } barcode)
        {
            return DecisionBuilder.Refuse(Refusal.NotExpected, "It comes in several parts: receive each by its barcode, or say that the rest does not come.");
        }

        if (decision.Request.Parts?.Here.Contains(barcode) == true)
        {
            return decision.Ignored("This part is here already.");
        }

        if (order.Parts is { } count && decision.Request.Parts?.Announced != count)
        {
            decision.Record(new PartsAnnounced(count));
        }

        Receiving.AsOnSlip(decision, order);
        decision.Record(new PartReceived(barcode));
        if (decision.Request.Barcode is null)
        {
            decision.Labelled(barcode);
        }

        return decision.Request.Parts!.AreAllHere
            ? Receiving.Arrived(decision, order with { Barcode = null })
            : decision.SetDeadline(DeadlineKind.Arrival, decision.Policy.Transit.For(decision.Request.Supplier!.Tier)).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> EndWaiting(DecisionBuilder decision) => decision.Request.Status.Stage() switch
    {
        RequestStage.InTransit when decision.Request.Parts is { Here.Count: > 0 } => WithoutTheRest(decision),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
            or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.NotExpected, "No part of it is awaited."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>
    /// The patron gets the parts that came instead of waiting for ever. We tell the library, which may find the rest, and it expects
    /// back only what came.
    /// </summary>
    public static Decided<PatronRequest, RequestEvent> WithoutTheRest(DecisionBuilder decision)
    {
        var parts = decision.Request.Parts!;
        var missing = parts.Announced - parts.Here.Count - parts.NotComing;
        decision.Record(new PartsNotComing(missing)).Message(decision.Request.Supplier!.Symbol, RequestingAction.PartsMissing, Which(parts, missing));
        return Receiving.Arrived(decision, new ReceiveItem());
    }

    /// <summary>Missing parts are not identified; the lender infers them from the barcodes we received.</summary>
    private static string Which(Parts parts, int missing) =>
        FormattableString.Invariant($"{missing} of {parts.Announced} did not come. Here are those with the barcodes {string.Join(", ", parts.Here)}.");
}
