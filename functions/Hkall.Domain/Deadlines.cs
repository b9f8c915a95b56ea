using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Messaging;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>What happens when a deadline passes. Each arm either closes the request or sets the next deadline.</summary>
internal static class Deadlines
{
    public static Decision<PatronRequest, RequestEvent> Reached(DecisionBuilder decision, DeadlineReached reached) => decision.Request.Deadline switch
    {
        null => decision.Ignored("The request is closed."),
        { Id: var id } when id != reached.DeadlineId => decision.Ignored("That deadline has since moved."),
        { At: var at } when decision.Now < at => decision.Ignored("It is not due yet."),
        var due => due.For switch
        {
            DeadlineKind.Review => Chasing.Review(decision),
            DeadlineKind.FurtherSearch => Chasing.FurtherSearch(decision),
            DeadlineKind.PatronAnswer => StoppedClock.Lapsed(decision),
            DeadlineKind.OfferReminder => Offering.Remind(decision),
            DeadlineKind.OfferDecision => Offering.Lapse(decision),
            DeadlineKind.DeclarationReminder => DeclaringRules.Remind(decision),
            DeadlineKind.Declaration => DeclaringRules.Lapse(decision),
            DeadlineKind.CostReminder => ChargingRules.Remind(decision),
            DeadlineKind.CostDecision => ChargingRules.Lapsed(decision),
            DeadlineKind.OfficeDelivery => Chasing.OfficeDelivery(decision),
            DeadlineKind.AskingByHand => Chasing.AskingByHand(decision),
            DeadlineKind.SupplierReply => Asking.ReplyDue(decision),
            DeadlineKind.Retry => Retrying.Due(decision),
            DeadlineKind.Conditions => Conditions.Lapsed(decision),
            DeadlineKind.Shipment or DeadlineKind.Scan => Asking.GiveUpOnSupplier(decision, ReasonCode.PromiseNotKept),
            DeadlineKind.CancelAnswer => Withdrawing.SupplierSilent(decision),
            DeadlineKind.Arrival => Chasing.Arrival(decision),
            DeadlineKind.PickupReminder => Receiving.RemindOfPickup(decision),
            DeadlineKind.PickupExpiry => Receiving.ExpirePickup(decision),
            DeadlineKind.DueReminder => OnLoanRules.RemindOfDueDate(decision),
            DeadlineKind.DueDate or DeadlineKind.OverdueNotice => OnLoanRules.NotReturned(decision),
            DeadlineKind.RenewalAnswer => RenewingRules.Unanswered(decision),
            DeadlineKind.SendingBack => Chasing.SendingBack(decision),
            DeadlineKind.LenderReceipt => Chasing.LenderReceipt(decision),
            DeadlineKind.DownloadReminder => Downloads.Remind(decision),
            DeadlineKind.DownloadWindow => Downloads.CloseWindow(decision),
            DeadlineKind.LendingAnswer or DeadlineKind.LendingConditions or DeadlineKind.LendingPulling or DeadlineKind.LendingShipping
                or DeadlineKind.LendingScanning or DeadlineKind.LendingCancel
                or DeadlineKind.LendingDueDate or DeadlineKind.LendingOverdue or DeadlineKind.LendingRenewal or DeadlineKind.LendingReturn
                or DeadlineKind.LendingCollection =>
                throw new InvalidOperationException($"Request {decision.Request.Id} waits for what only a request to lend waits for."),
        },
    };
}
