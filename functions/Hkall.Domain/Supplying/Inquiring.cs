namespace Hkall.Domain.Supplying;

internal static class Inquiring
{
    public static Decision<PatronRequest, RequestEvent> Inquire(DecisionBuilder decision, InquireOfSupplier order) => decision.Request.Status.Stage() switch
    {
        RequestStage.Sourcing when decision.Request.Status == RequestStatus.Sourcing =>
            decision.Request.Supplier is null ? NobodyAsked() : Asked(decision, order.About),
        RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.Returning => order.About switch
        {
            Inquiry.Status => decision.Request.Supplier is null ? NobodyAsked() : Asked(decision, order.About),
            Inquiry.Reminder => DecisionBuilder.Refuse(Refusal.TooLate, "The library has answered the request; ask for its status."),
        },
        RequestStage.Preparing => NobodyAsked(),
        RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.TooLate, "The item or the scan is here."),
        RequestStage.Closed =>
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
