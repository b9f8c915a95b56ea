namespace Hkall.Domain.Supplying;

internal static class Inquiring
{
    public static Decision<PatronRequest, RequestEvent> Inquire(DecisionBuilder decision, InquireOfSupplier order) => decision.Request.Status switch
    {
        RequestStatus.Sourcing => decision.Request.Supplier is null ? NobodyAsked() : Asked(decision, order.About),
        RequestStatus.AwaitingCostDecision or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.Returning => order.About switch
        {
            Inquiry.Status => decision.Request.Supplier is null ? NobodyAsked() : Asked(decision, order.About),
            Inquiry.Reminder => DecisionBuilder.Refuse(Refusal.TooLate, "The library has answered the request; ask for its status."),
        },
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration => NobodyAsked(),
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse or RequestStatus.Overdue
            or RequestStatus.Recalled or RequestStatus.ReadyToDownload => DecisionBuilder.Refuse(Refusal.TooLate, "The item or the scan is here."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Refused<PatronRequest, RequestEvent> NobodyAsked() => new(Refusal.NoSupplierAsked, "No library has been asked yet.");

    private static Decided<PatronRequest, RequestEvent> Asked(DecisionBuilder decision, Inquiry about)
    {
        var supplier = decision.Request.Supplier!;
        return (about switch
        {
            Inquiry.Reminder => decision.Record(new SupplierInquired(supplier.Symbol, "reminder")).Message(supplier.Symbol, RequestingAction.Reminder),
            Inquiry.Status => decision.Record(new SupplierInquired(supplier.Symbol, "status")).Message(supplier.Symbol, RequestingAction.AskStatus),
        }).Decided();
    }
}
