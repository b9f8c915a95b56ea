namespace Hkall.Domain.Lending;

/// <summary>What happens when a deadline passes. Each arm either closes the request or sets the next deadline.</summary>
internal static class LendingDeadlines
{
    public static Decision<LendingRequest, LendingEvent> Reached(
        LendingDecisionBuilder decision, LendingDeadlineReached reached) => decision.Request.Deadline switch
        {
            null => decision.Ignored("The request is closed."),
            { Id: var id } when id != reached.DeadlineId => decision.Ignored("That deadline has since moved."),
            { At: var at } when decision.Now < at => decision.Ignored("It is not due yet."),
            var due => due.For switch
            {
                DeadlineKind.LendingAnswer => SupplyDecisions.Chase(decision),
                DeadlineKind.LendingConditions => SupplyDecisions.Lapsed(decision),
                DeadlineKind.LendingPulling or DeadlineKind.LendingShipping or DeadlineKind.LendingScanning => LendingShipments.Chase(decision, due.For),
                DeadlineKind.LendingCancel => LendingCancellations.Unanswered(decision),
                DeadlineKind.LendingDueDate or DeadlineKind.LendingOverdue => LoanPeriods.NotReturned(decision),
                DeadlineKind.LendingRenewal => LendingRenewals.Unanswered(decision),
                DeadlineKind.LendingReturn => LendingReturns.Chase(decision),
                DeadlineKind.LendingCollection => LendingCopies.Close(decision, ReasonCode.NotCollected),
                DeadlineKind.Review or DeadlineKind.FurtherSearch or DeadlineKind.OfferReminder or DeadlineKind.OfferDecision
                    or DeadlineKind.DeclarationReminder or DeadlineKind.Declaration or DeadlineKind.CostReminder or DeadlineKind.CostDecision
                    or DeadlineKind.OfficeDelivery
                    or DeadlineKind.AskingByHand or DeadlineKind.SupplierReply or DeadlineKind.Retry or DeadlineKind.Conditions
                    or DeadlineKind.Shipment or DeadlineKind.Scan
                    or DeadlineKind.CancelAnswer or DeadlineKind.Arrival or DeadlineKind.PickupReminder or DeadlineKind.PickupExpiry
                    or DeadlineKind.DueReminder or DeadlineKind.DueDate or DeadlineKind.RenewalAnswer or DeadlineKind.OverdueNotice or DeadlineKind.SendingBack
                    or DeadlineKind.LenderReceipt or DeadlineKind.PatronAnswer
                    or DeadlineKind.DownloadReminder or DeadlineKind.DownloadWindow =>
                    throw new InvalidOperationException($"Request {decision.Request.Id} waits for what only a patron's request waits for."),
            },
        };
}
