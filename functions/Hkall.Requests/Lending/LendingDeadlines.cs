namespace Hkall.Requests.Lending;

/// <summary>What follows when what was awaited did not come in time. Each arm either closes the request or sets the next deadline.</summary>
internal static class LendingDeadlines
{
    public static LendingDecision Reached(LendingDraft draft, LendingDeadlineReached reached) => draft.Request.Deadline switch
    {
        null => draft.Ignored("The request is closed."),
        { Id: var id } when id != reached.DeadlineId => draft.Ignored("That deadline has since moved."),
        { At: var at } when draft.Now < at => draft.Ignored("It is not due yet."),
        var due => due.For switch
        {
            Awaited.LendingAnswer => Answering.Chase(draft),
            Awaited.LendingConditions => Answering.Lapsed(draft),
            Awaited.LendingPulling or Awaited.LendingShipping or Awaited.LendingScanning => Sending.Chase(draft, due.For),
            Awaited.LendingCancel => Stopping.Unanswered(draft),
            Awaited.LendingDueDate or Awaited.LendingOverdue => Keeping.NotReturned(draft),
            Awaited.LendingRenewal => RenewingTheirs.Unanswered(draft),
            Awaited.LendingReturn => ComingHome.Chase(draft),
            Awaited.LendingCollection => Copying.Close(draft, "not-collected"),
            Awaited.Review or Awaited.FurtherSearch or Awaited.OfferReminder or Awaited.OfferDecision or Awaited.DeclarationReminder or Awaited.Declaration or Awaited.CostReminder or Awaited.CostDecision or Awaited.OfficeDelivery
                or Awaited.SupplierReply or Awaited.Retry or Awaited.Conditions or Awaited.Shipment or Awaited.Scan or Awaited.CancelAnswer or Awaited.Arrival or Awaited.PickupReminder or Awaited.PickupExpiry
                or Awaited.DueReminder or Awaited.DueDate or Awaited.RenewalAnswer or Awaited.OverdueNotice or Awaited.SendingBack or Awaited.LenderReceipt
                or Awaited.DownloadReminder or Awaited.DownloadWindow =>
                throw new InvalidOperationException($"Request {draft.Request.Id} waits for what only a patron's request waits for."),
        },
    };
}
