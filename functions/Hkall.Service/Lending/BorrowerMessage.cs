using System.Text.Json.Serialization;
using Hkall.Domain.Charging;
using Hkall.Domain.Lending;
using Hkall.Domain.Placing;

namespace Hkall.Service.Lending;

/// <summary>What a borrowing library's message is. The names are those on the queue and of the JSON dialect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BorrowerMessageKind>))]
public enum BorrowerMessageKind
{
    [JsonStringEnumMemberName("request")] Request,

    /// <summary>The request once more, on other terms, after "retry possible".</summary>
    [JsonStringEnumMemberName("retry")] Retry,

    /// <summary>The request once more, because no answer was heard.</summary>
    [JsonStringEnumMemberName("reminder")] Reminder,
    [JsonStringEnumMemberName("status-request")] StatusRequest,
    [JsonStringEnumMemberName("received")] Received,
    [JsonStringEnumMemberName("cancel")] Cancel,
    [JsonStringEnumMemberName("renew")] Renew,
    [JsonStringEnumMemberName("shipped-return")] ShippedReturn,
    [JsonStringEnumMemberName("shipped-forward")] ShippedForward,
    [JsonStringEnumMemberName("notification")] Notification,
    [JsonStringEnumMemberName("lost")] Lost,
}

/// <summary>
/// A message of a library that borrows from us, as it lies on the partner queue: authenticated and well-formed, not yet
/// decided upon. The members from <see cref="Item"/> on belong to the three kinds of request; each is as long as its limit allows.
/// </summary>
public sealed record BorrowerMessage
{
    /// <summary>The sender's own, the same when the message is repeated.</summary>
    public required string MessageId { get; init; }

    public required BorrowerMessageKind Kind { get; init; }

    /// <summary>The library of our directory whose credential came with it.</summary>
    public required string Symbol { get; init; }

    /// <summary>The agency that asks, with its scheme; the credential speaks for it.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The id the borrowing library knows the request by.</summary>
    public required string RequestId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>With a notification: the answer to conditions that we offered; null where it is none.</summary>
    public bool? Accepts { get; init; }

    /// <summary>What a person over there wrote.</summary>
    public string? Note { get; init; }

    public ServiceType? Service { get; init; }

    public Item? Item { get; init; }

    public DateOnly? NeededBy { get; init; }

    /// <summary>How fast: <c>Rush</c>, <c>Standard</c>.</summary>
    public string? Level { get; init; }

    public Money? MaxCost { get; init; }

    /// <summary>Where the parcel goes, line by line.</summary>
    public IReadOnlyList<string>? DeliverTo { get; init; }

    /// <summary>For a copy: the statement that it keeps to the copyright law (<c>copyrightCompliance</c> and its note).</summary>
    public string? Compliance { get; init; }

    /// <summary>Our id of the request it is about.</summary>
    [JsonIgnore]
    public string LendingId => LendingIds.Of(AgencyId, RequestId);

    /// <summary>The message as news of a request that is known here.</summary>
    /// <param name="holding">What our catalogue says now; needed for a retry.</param>
    public BorrowerNews ToNews(Holding holding) => Kind switch
    {
        BorrowerMessageKind.Request => new AskedOnceMore(Symbol, MessageId, Reminder: false, Note),
        BorrowerMessageKind.Retry => new AskedToRetry(Symbol, MessageId, holding, MaxCost, NeededBy, Note),
        BorrowerMessageKind.Reminder => new AskedOnceMore(Symbol, MessageId, Reminder: true, Note),
        BorrowerMessageKind.StatusRequest => new StatusAsked(Symbol, MessageId, Note),
        BorrowerMessageKind.Received => new BorrowerReceived(Symbol, MessageId, Note),
        BorrowerMessageKind.Cancel => new BorrowerCancels(Symbol, MessageId, Note),
        BorrowerMessageKind.Renew => new BorrowerRenews(Symbol, MessageId, Note),
        BorrowerMessageKind.ShippedReturn => new BorrowerReturned(Symbol, MessageId, Note),
        BorrowerMessageKind.ShippedForward => new BorrowerForwarded(Symbol, MessageId, Note),
        BorrowerMessageKind.Notification => Accepts is { } accepts ? new ConditionsAnswered(Symbol, MessageId, accepts, Note) : new BorrowerSaid(Symbol, MessageId, Note),
        BorrowerMessageKind.Lost => new BorrowerLost(Symbol, MessageId, Note),
    };
}
