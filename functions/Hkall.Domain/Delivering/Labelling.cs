namespace Hkall.Domain.Delivering;

/// <summary>Identifies the item by its barcode, from its receipt until it goes back.</summary>
internal static class Labelling
{
    public static Decision<PatronRequest, RequestEvent> Label(DecisionBuilder decision, LabelItem order) => decision.Request.Status.Stage() switch
    {
        RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning => decision.Request.Barcode == order.Barcode
                ? decision.Ignored("The item is known by this barcode already.")
                : decision.Record(new ItemLabelled(order.Barcode)).Decided(),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit =>
            DecisionBuilder.Refuse(Refusal.NotExpected, "The item has not been received yet."),
        RequestStage.Downloadable => DecisionBuilder.Refuse(Refusal.NotExpected, "A copy has no barcode."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>Records the barcode scanned at receipt.</summary>
    public static DecisionBuilder Labelled(this DecisionBuilder decision, string? barcode) =>
        barcode is null || barcode == decision.Request.Barcode ? decision : decision.Record(new ItemLabelled(barcode));
}
