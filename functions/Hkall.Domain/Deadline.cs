using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>What a request can wait for. The names are stored, and shown to operators and staff.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineKind>))]
public enum DeadlineKind
{
    [JsonStringEnumMemberName("review")] Review,
    [JsonStringEnumMemberName("further-search")] FurtherSearch,

    /// <summary>The patron's answer to a question of staff; what staff have to decide stands still meanwhile.</summary>
    [JsonStringEnumMemberName("patron-answer")] PatronAnswer,
    [JsonStringEnumMemberName("offer-reminder")] OfferReminder,
    [JsonStringEnumMemberName("offer-decision")] OfferDecision,
    [JsonStringEnumMemberName("declaration-reminder")] DeclarationReminder,
    [JsonStringEnumMemberName("declaration")] Declaration,
    [JsonStringEnumMemberName("cost-reminder")] CostReminder,
    [JsonStringEnumMemberName("cost-decision")] CostDecision,
    [JsonStringEnumMemberName("office-delivery")] OfficeDelivery,
    [JsonStringEnumMemberName("asking-by-hand")] AskingByHand,
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
/// The next moment at which a request needs attention. Nothing cancels a deadline: when it comes due, its command names it, and the
/// request decides whether it still matters. A new deadline takes the next <see cref="Id"/>.
/// </summary>
public sealed record Deadline(int Id, DeadlineKind For, DateTimeOffset At);

/// <summary>Who has to act next. Every open request has somebody responsible.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResponsibleParty>))]
public enum ResponsibleParty
{
    [JsonStringEnumMemberName("patron")] Patron,
    [JsonStringEnumMemberName("staff")] Staff,
    [JsonStringEnumMemberName("supplier")] Supplier,
    [JsonStringEnumMemberName("borrower")] Borrower,
}

public static class DeadlineKinds
{
    public static ResponsibleParty ResponsibleParty(this DeadlineKind kind) => kind switch
    {
        DeadlineKind.SupplierReply or DeadlineKind.Retry or DeadlineKind.Shipment or DeadlineKind.Scan or DeadlineKind.CancelAnswer
            or DeadlineKind.RenewalAnswer or DeadlineKind.LenderReceipt => Domain.ResponsibleParty.Supplier,
        DeadlineKind.Review or DeadlineKind.FurtherSearch or DeadlineKind.Conditions or DeadlineKind.Arrival or DeadlineKind.OfficeDelivery
            or DeadlineKind.AskingByHand or DeadlineKind.SendingBack => Domain.ResponsibleParty.Staff,
        DeadlineKind.OfferReminder or DeadlineKind.OfferDecision or DeadlineKind.DeclarationReminder or DeadlineKind.Declaration or DeadlineKind.CostReminder
            or DeadlineKind.CostDecision or DeadlineKind.PickupReminder or DeadlineKind.PickupExpiry or DeadlineKind.DueReminder or DeadlineKind.DueDate
            or DeadlineKind.OverdueNotice or DeadlineKind.PatronAnswer
            or DeadlineKind.DownloadReminder or DeadlineKind.DownloadWindow => Domain.ResponsibleParty.Patron,
        DeadlineKind.LendingAnswer or DeadlineKind.LendingPulling or DeadlineKind.LendingShipping or DeadlineKind.LendingScanning or DeadlineKind.LendingCancel
            or DeadlineKind.LendingRenewal => Domain.ResponsibleParty.Staff,
        DeadlineKind.LendingConditions or DeadlineKind.LendingDueDate or DeadlineKind.LendingOverdue or DeadlineKind.LendingReturn
            or DeadlineKind.LendingCollection => Domain.ResponsibleParty.Borrower,
    };

    /// <summary>Whether the deadline belongs to a lending request.</summary>
    public static bool IsOfLending(this DeadlineKind kind) => kind switch
    {
        DeadlineKind.Review or DeadlineKind.FurtherSearch or DeadlineKind.OfferReminder or DeadlineKind.OfferDecision or DeadlineKind.DeclarationReminder
            or DeadlineKind.Declaration or DeadlineKind.CostReminder or DeadlineKind.CostDecision or DeadlineKind.OfficeDelivery
            or DeadlineKind.AskingByHand or DeadlineKind.SupplierReply or DeadlineKind.Retry or DeadlineKind.Conditions
            or DeadlineKind.Shipment or DeadlineKind.Scan
            or DeadlineKind.CancelAnswer or DeadlineKind.Arrival or DeadlineKind.PickupReminder or DeadlineKind.PickupExpiry
            or DeadlineKind.DueReminder or DeadlineKind.DueDate or DeadlineKind.RenewalAnswer or DeadlineKind.OverdueNotice or DeadlineKind.SendingBack
            or DeadlineKind.LenderReceipt or DeadlineKind.PatronAnswer
            or DeadlineKind.DownloadReminder or DeadlineKind.DownloadWindow => false,
        DeadlineKind.LendingAnswer or DeadlineKind.LendingConditions or DeadlineKind.LendingPulling or DeadlineKind.LendingShipping
            or DeadlineKind.LendingScanning or DeadlineKind.LendingCancel
            or DeadlineKind.LendingDueDate or DeadlineKind.LendingOverdue or DeadlineKind.LendingRenewal or DeadlineKind.LendingReturn
            or DeadlineKind.LendingCollection => true,
    };
}
