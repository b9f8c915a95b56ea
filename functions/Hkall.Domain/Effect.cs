using System.Text.Json.Serialization;
using Hkall.Domain.Charging;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Lending;
using Hkall.Domain.Placing;

namespace Hkall.Domain;

/// <summary>The moments at which the patron gets a mail. One template each; the names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Notice>))]
public enum Notice
{
    [JsonStringEnumMemberName("request-placed")] RequestPlaced,
    [JsonStringEnumMemberName("in-review")] InReview,
    [JsonStringEnumMemberName("rejected")] Rejected,
    [JsonStringEnumMemberName("declaration-needed")] DeclarationNeeded,
    [JsonStringEnumMemberName("declaration-reminder")] DeclarationReminder,
    [JsonStringEnumMemberName("cost-decision")] CostDecision,
    [JsonStringEnumMemberName("cost-reminder")] CostReminder,
    [JsonStringEnumMemberName("cost-lapsed")] CostLapsed,
    [JsonStringEnumMemberName("offer-decision")] OfferDecision,
    [JsonStringEnumMemberName("offer-reminder")] OfferReminder,
    [JsonStringEnumMemberName("item-expected")] ItemExpected,
    [JsonStringEnumMemberName("delayed")] Delayed,
    [JsonStringEnumMemberName("ready-for-pickup")] ReadyForPickup,
    [JsonStringEnumMemberName("out-for-delivery")] OutForDelivery,
    [JsonStringEnumMemberName("pickup-reminder")] PickupReminder,
    [JsonStringEnumMemberName("pickup-expired")] PickupExpired,
    [JsonStringEnumMemberName("checked-out")] CheckedOut,
    [JsonStringEnumMemberName("due-soon")] DueSoon,
    [JsonStringEnumMemberName("renewed")] Renewed,
    [JsonStringEnumMemberName("renewal-declined")] RenewalDeclined,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("recalled")] Recalled,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("ready-to-download")] ReadyToDownload,
    [JsonStringEnumMemberName("scan-faulted")] ScanFaulted,
    [JsonStringEnumMemberName("download-reminder")] DownloadReminder,
    [JsonStringEnumMemberName("unfilled")] Unfilled,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("cancel-refused")] CancelRefused,
    [JsonStringEnumMemberName("fee-settled")] FeeSettled,
    [JsonStringEnumMemberName("fee-waived")] FeeWaived,
}

/// <summary>What a notice says besides the item: the facts as they were when it was decided, so that a late mail is still a true one.</summary>
public sealed record NoticeFacts
{
    public string? Library { get; init; }

    public Estimate? Estimate { get; init; }

    /// <summary>The date the notice is about: pick up until, due on, download until.</summary>
    public DateOnly? Date { get; init; }

    public bool LibraryUseOnly { get; init; }

    public int? Downloads { get; init; }

    public string? Reason { get; init; }

    public Money? Cost { get; init; }

    /// <summary>The last date on which a renewal can be asked for.</summary>
    public DateOnly? RenewBy { get; init; }

    /// <summary>What the patron owes for this item, where the notice speaks of it.</summary>
    public NoticeFees? Fees { get; init; }

    /// <summary>The ways the patron is asked about, or the other service that they could ask for instead.</summary>
    public IReadOnlyList<OfferedAlternative>? Ways { get; init; }

    /// <summary>Of an item in several parts: how many it is lent with, and how many its library announced.</summary>
    public int? Parts { get; init; }

    public int? PartsAnnounced { get; init; }

    /// <summary>The web address at which the purchase of an item is suggested.</summary>
    public string? SuggestAt { get; init; }
}

/// <summary>What we say to a library that supplies us. The names are stored and sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestingAction>))]
public enum RequestingAction
{
    [JsonStringEnumMemberName("request")] Request,
    [JsonStringEnumMemberName("cancel")] Cancel,
    [JsonStringEnumMemberName("accept-cost")] AcceptCost,
    [JsonStringEnumMemberName("resupply")] Resupply,

    /// <summary>Its condition, which is no charge, is accepted.</summary>
    [JsonStringEnumMemberName("accept-condition")] AcceptCondition,

    /// <summary>Asked again on the terms the library has named.</summary>
    [JsonStringEnumMemberName("retry")] Retry,

    /// <summary>"Have you seen our request?"</summary>
    [JsonStringEnumMemberName("reminder")] Reminder,

    /// <summary>"Where does it stand?"</summary>
    [JsonStringEnumMemberName("ask-status")] AskStatus,
    [JsonStringEnumMemberName("received")] Received,
    [JsonStringEnumMemberName("renew")] Renew,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>Its item is damaged; the note says how.</summary>
    [JsonStringEnumMemberName("damaged")] Damaged,

    /// <summary>Of its item in several parts not all came, and they are no longer waited for; the note says how many, and which are here.</summary>
    [JsonStringEnumMemberName("parts-missing")] PartsMissing,
}

/// <summary>
/// Something to be done once because of a commit. Effects are stored with the events that cause them and delivered from
/// there; their shape is stored, so members are added and never renamed.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendNotice), "tell-patron")]
[JsonDerivedType(typeof(MessageSupplier), "tell-supplier")]
[JsonDerivedType(typeof(DiscardScan), "discard-scan")]
[JsonDerivedType(typeof(RecordFee), "record-fee")]
[JsonDerivedType(typeof(MeasureTurnaround), "measure-turnaround")]
[JsonDerivedType(typeof(FetchScan), "fetch-scan")]
[JsonDerivedType(typeof(MessageBorrower), "tell-borrower")]
[JsonDerivedType(typeof(CountLent), "count-lent")]
public abstract record Effect
{
    private protected Effect()
    {
    }

    /// <summary>
    /// What tells two effects of one commit apart; part of the key under which the effect is done once. Like the delay it is
    /// worked out and not stored, which every override must say again: the attribute is not inherited.
    /// </summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>How long after the commit it is done at the earliest.</summary>
    [JsonIgnore]
    public virtual TimeSpan Delay => TimeSpan.Zero;
}

public sealed record SendNotice(Notice Notice, NoticeFacts Facts) : Effect
{
    [JsonIgnore]
    public override string Kind => $"mail-{Names.Of(Notice)}";
}

/// <param name="Note">What staff add to the word, for the library to read.</param>
public sealed record MessageSupplier(string Symbol, RequestingAction Word, string? Note = null) : Effect
{
    [JsonIgnore]
    public override string Kind => $"{Names.Of(Word)}-{Symbol}";
}

/// <summary>The file may no longer be downloaded, so it may no longer be kept (Cap. 528: copies are for the one requester).</summary>
public sealed record DiscardScan(string ScanId) : Effect
{
    [JsonIgnore]
    public override string Kind => $"discard-{ScanId}";

    /// <summary>A download granted in the last second is still being sent.</summary>
    [JsonIgnore]
    public override TimeSpan Delay => TimeSpan.FromHours(1);
}

/// <summary>Enters a line of the ledger in the circulation system's own, where the patron pays.</summary>
/// <param name="Line">The number of the line; with the request it makes the key by which it is entered once.</param>
public sealed record RecordFee(int Line, LedgerKind What, Money Amount, string Reason) : Effect
{
    [JsonIgnore]
    public override string Kind => $"fee-{Line}";
}

/// <summary>A library has supplied: how long it took is counted, for the estimates and the order of later requests.</summary>
/// <param name="WorkingDays">Ours, from the day on which it was asked.</param>
/// <param name="InTime">Whether it came by the latest day of the estimate made when it was asked.</param>
public sealed record MeasureTurnaround(string Symbol, ServiceType Service, int WorkingDays, bool InTime) : Effect
{
    [JsonIgnore]
    public override string Kind => $"measure-{Symbol}";
}
