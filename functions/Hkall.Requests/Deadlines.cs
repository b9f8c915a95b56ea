using Hkall.Requests.Cancelling;
using Hkall.Requests.Charging;
using Hkall.Requests.Copyright;
using Hkall.Requests.Delivering;
using Hkall.Requests.Downloading;
using Hkall.Requests.Escalating;
using Hkall.Requests.OnLoan;
using Hkall.Requests.Renewing;
using Hkall.Requests.Returning;
using Hkall.Requests.Supplying;

namespace Hkall.Requests;

/// <summary>What follows when what was awaited did not come in time. Each arm either closes the request or sets the next deadline.</summary>
internal static class Deadlines
{
    public static Decision Reached(Draft draft, DeadlineReached reached) => draft.Request.Deadline switch
    {
        null => draft.Ignored("The request is closed."),
        { Id: var id } when id != reached.DeadlineId => draft.Ignored("That deadline has since moved."),
        { At: var at } when draft.Now < at => draft.Ignored("It is not due yet."),
        var due => due.For switch
        {
            Awaited.Review => Chasing.Review(draft),
            Awaited.FurtherSearch => Chasing.FurtherSearch(draft),
            Awaited.OfferReminder => Offering.Remind(draft),
            Awaited.OfferDecision => Offering.Lapse(draft),
            Awaited.DeclarationReminder => DeclaringRules.Remind(draft),
            Awaited.Declaration => DeclaringRules.Lapse(draft),
            Awaited.CostReminder => ChargingRules.Remind(draft),
            Awaited.CostDecision => ChargingRules.Lapsed(draft),
            Awaited.OfficeDelivery => Chasing.OfficeDelivery(draft),
            Awaited.SupplierReply => Asking.GiveUpOnSupplier(draft, "silent"),
            Awaited.Retry => Retrying.Due(draft),
            Awaited.Conditions => Conditions.Lapsed(draft),
            Awaited.Shipment or Awaited.Scan => Asking.GiveUpOnSupplier(draft, "promise-not-kept"),
            Awaited.CancelAnswer => Withdrawing.SupplierSilent(draft),
            Awaited.Arrival => Chasing.Arrival(draft),
            Awaited.PickupReminder => Receiving.RemindOfPickup(draft),
            Awaited.PickupExpiry => Receiving.ExpirePickup(draft),
            Awaited.DueReminder => DueDates.RemindOfDueDate(draft),
            Awaited.DueDate or Awaited.OverdueNotice => DueDates.NotReturned(draft),
            Awaited.RenewalAnswer => RenewingRules.Unanswered(draft),
            Awaited.SendingBack => Chasing.SendingBack(draft),
            Awaited.LenderReceipt => Chasing.LenderReceipt(draft),
            Awaited.DownloadReminder => Downloads.Remind(draft),
            Awaited.DownloadWindow => Downloads.CloseWindow(draft),
            Awaited.LendingAnswer or Awaited.LendingConditions or Awaited.LendingPulling or Awaited.LendingShipping or Awaited.LendingScanning or Awaited.LendingCancel
                or Awaited.LendingDueDate or Awaited.LendingOverdue or Awaited.LendingRenewal or Awaited.LendingReturn or Awaited.LendingCollection =>
                throw new InvalidOperationException($"Request {draft.Request.Id} waits for what only a request to lend waits for."),
        },
    };
}
