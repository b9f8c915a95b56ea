namespace Hkall.Domain.Delivering;

/// <summary>Identifies the item by its barcode, from its receipt until it goes back.</summary>
internal static class Labelling
{
    public static Decision<PatronRequest, RequestEvent> Label(DecisionBuilder decision, LabelItem order) => decision.Request.Status switch
    {
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.OnLoan
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => decision.Request.Barcode == order.Barcode
                ? decision.Ignored("The item is known by this barcode already.")
                : decision.Record(new ItemLabelled(order.Barcode)).Decided(),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing
            or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit =>
            DecisionBuilder.Refuse(Refusal.NotExpected, "The item has not been received yet."),
        RequestStatus.ReadyToDownload => DecisionBuilder.Refuse(Refusal.NotExpected, "A copy has no barcode."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>Records the barcode scanned at receipt.</summary>
    public static DecisionBuilder Labelled(this DecisionBuilder decision, string? barcode) =>
        barcode is null || barcode == decision.Request.Barcode ? decision : decision.Record(new ItemLabelled(barcode));
}
