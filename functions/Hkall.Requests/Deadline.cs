using System.Text.Json.Serialization;

namespace Hkall.Requests;

/// <summary>What a request can be waiting for. The names are stored, and shown to operators and staff.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Awaited>))]
public enum Awaited
{
    [JsonStringEnumMemberName("review")] Review,
    [JsonStringEnumMemberName("further-search")] FurtherSearch,
    [JsonStringEnumMemberName("offer-reminder")] OfferReminder,
    [JsonStringEnumMemberName("offer-decision")] OfferDecision,
    [JsonStringEnumMemberName("declaration-reminder")] DeclarationReminder,
    [JsonStringEnumMemberName("declaration")] Declaration,
    [JsonStringEnumMemberName("cost-reminder")] CostReminder,
    [JsonStringEnumMemberName("cost-decision")] CostDecision,
    [JsonStringEnumMemberName("office-delivery")] OfficeDelivery,
    [JsonStringEnumMemberName("supplier-reply")] SupplierReply,
    [JsonStringEnumMemberName("retry")] Retry,
    [JsonStringEnumMemberName("conditions")] Conditions,
    [JsonStringEnumMemberName("shipment")] Shipment,
    [JsonStringEnumMemberName("scan")] Scan,
    [JsonStringEnumMemberName("cancel-answer")] CancelAnswer,
    [JsonStringEnumMemberName("arrival")] Arrival,
    [JsonStringEnumMemberName("pickup-reminder")] PickupReminder,
    [JsonStringEnumMemberName("pickup-expiry")] PickupExpiry,
    [JsonStringEnumMemberName("due-reminder")] DueReminder,
    [JsonStringEnumMemberName("due-date")] DueDate,
    [JsonStringEnumMemberName("renewal-answer")] RenewalAnswer,
    [JsonStringEnumMemberName("overdue-notice")] OverdueNotice,
    [JsonStringEnumMemberName("sending-back")] SendingBack,
    [JsonStringEnumMemberName("lender-receipt")] LenderReceipt,
    [JsonStringEnumMemberName("download-reminder")] DownloadReminder,
    [JsonStringEnumMemberName("download-window")] DownloadWindow,
    [JsonStringEnumMemberName("lending-answer")] LendingAnswer,
    [JsonStringEnumMemberName("lending-conditions")] LendingConditions,
    [JsonStringEnumMemberName("lending-pulling")] LendingPulling,
    [JsonStringEnumMemberName("lending-shipping")] LendingShipping,
    [JsonStringEnumMemberName("lending-scanning")] LendingScanning,
    [JsonStringEnumMemberName("lending-cancel")] LendingCancel,
    [JsonStringEnumMemberName("lending-due-date")] LendingDueDate,
    [JsonStringEnumMemberName("lending-overdue")] LendingOverdue,
    [JsonStringEnumMemberName("lending-renewal")] LendingRenewal,
    [JsonStringEnumMemberName("lending-return")] LendingReturn,
    [JsonStringEnumMemberName("lending-collection")] LendingCollection,
}

/// <summary>
/// The one moment a request is waiting for. A deadline is never cancelled: it comes due, says which one it was, and the
/// request decides whether that still matters. Setting a new one takes the next <see cref="Id"/>.
/// </summary>
public sealed record Deadline(int Id, Awaited For, DateTimeOffset At);

/// <summary>Who has to act next, so that no open request is nobody's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Owner>))]
public enum Owner
{
    [JsonStringEnumMemberName("patron")] Patron,
    [JsonStringEnumMemberName("staff")] Staff,
    [JsonStringEnumMemberName("supplier")] Supplier,
    [JsonStringEnumMemberName("borrower")] Borrower,
}

public static class AwaitedThings
{
    public static Owner Owner(this Awaited awaited) => awaited switch
    {
        Awaited.SupplierReply or Awaited.Retry or Awaited.Shipment or Awaited.Scan or Awaited.CancelAnswer or Awaited.RenewalAnswer or Awaited.LenderReceipt => Requests.Owner.Supplier,
        Awaited.Review or Awaited.FurtherSearch or Awaited.Conditions or Awaited.Arrival or Awaited.OfficeDelivery or Awaited.SendingBack => Requests.Owner.Staff,
        Awaited.OfferReminder or Awaited.OfferDecision or Awaited.DeclarationReminder or Awaited.Declaration or Awaited.CostReminder or Awaited.CostDecision or Awaited.PickupReminder or Awaited.PickupExpiry or Awaited.DueReminder or Awaited.DueDate or Awaited.OverdueNotice
            or Awaited.DownloadReminder or Awaited.DownloadWindow => Requests.Owner.Patron,
        Awaited.LendingAnswer or Awaited.LendingPulling or Awaited.LendingShipping or Awaited.LendingScanning or Awaited.LendingCancel or Awaited.LendingRenewal => Requests.Owner.Staff,
        Awaited.LendingConditions or Awaited.LendingDueDate or Awaited.LendingOverdue or Awaited.LendingReturn or Awaited.LendingCollection => Requests.Owner.Borrower,
    };

    /// <summary>Whether it is a request to lend that waits for it.</summary>
    public static bool IsOfLending(this Awaited awaited) => awaited switch
    {
        Awaited.Review or Awaited.FurtherSearch or Awaited.OfferReminder or Awaited.OfferDecision or Awaited.DeclarationReminder or Awaited.Declaration or Awaited.CostReminder or Awaited.CostDecision or Awaited.OfficeDelivery
            or Awaited.SupplierReply or Awaited.Retry or Awaited.Conditions or Awaited.Shipment or Awaited.Scan or Awaited.CancelAnswer or Awaited.Arrival or Awaited.PickupReminder or Awaited.PickupExpiry
            or Awaited.DueReminder or Awaited.DueDate or Awaited.RenewalAnswer or Awaited.OverdueNotice or Awaited.SendingBack or Awaited.LenderReceipt
            or Awaited.DownloadReminder or Awaited.DownloadWindow => false,
        Awaited.LendingAnswer or Awaited.LendingConditions or Awaited.LendingPulling or Awaited.LendingShipping or Awaited.LendingScanning or Awaited.LendingCancel
            or Awaited.LendingDueDate or Awaited.LendingOverdue or Awaited.LendingRenewal or Awaited.LendingReturn or Awaited.LendingCollection => true,
    };
}
