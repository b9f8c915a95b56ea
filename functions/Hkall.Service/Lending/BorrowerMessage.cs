using System.Text.Json.Serialization;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;

namespace Hkall.Service.Lending;

/// <summary>The kinds of message from a borrowing library. The names are those on the queue and in the JSON dialect.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BorrowerMessageKind>))]
public enum BorrowerMessageKind
{
    [JsonStringEnumMemberName("request")] Request,

    /// <summary>The request again, on other terms, after "retry possible".</summary>
    [JsonStringEnumMemberName("retry")] Retry,

    /// <summary>The request again, because the library received no answer.</summary>
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
/// A message on the partner queue from a library that borrows from us: authenticated and well-formed, not yet decided. The
/// members from <see cref="Item"/> on belong to the three kinds of request; each is as long as its limit allows.
/// </summary>
public sealed record BorrowerMessage
{
    /// <summary>The sender's own id, the same if the message is repeated.</summary>
    public required string MessageId { get; init; }

    public required BorrowerMessageKind Kind { get; init; }

    /// <summary>The library in our directory whose credential authenticated it.</summary>
    public required string Symbol { get; init; }

    /// <summary>The requesting agency, with its scheme; the credential covers it.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The borrowing library's own id of the request.</summary>
    public required string RequestId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>With a notification: the answer to our conditions; null if it is not an answer.</summary>
    public bool? Accepts { get; init; }

    /// <summary>A note from the borrowing library's staff.</summary>
    public string? Note { get; init; }

    public ServiceType? Service { get; init; }

    public Item? Item { get; init; }

    public DateOnly? NeededBy { get; init; }

    /// <summary>The service level: <c>Rush</c>, <c>Standard</c>.</summary>
    public string? Level { get; init; }

    public Money? MaxCost { get; init; }

    /// <summary>The delivery address, line by line.</summary>
    public IReadOnlyList<string>? DeliverTo { get; init; }

    /// <summary>For a copy: the statement that it keeps to the copyright law (<c>copyrightCompliance</c> and its note).</summary>
    public string? Compliance { get; init; }

    /// <summary>What else the library said of the item; null if nothing.</summary>
    public BorrowersDetails? Details { get; init; }

    /// <summary>Our id of the request.</summary>
    [JsonIgnore]
    public string LendingId => LendingIds.Of(AgencyId, RequestId);

    /// <summary>The message as news for a request that exists here.</summary>
    /// <param name="holding">Our catalogue's current holding; needed for a retry.</param>
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
        BorrowerMessageKind.Notification =>
            Accepts is { } accepts ? new ConditionsAnswered(Symbol, MessageId, accepts, Note) : new BorrowerSaid(Symbol, MessageId, Note),
        BorrowerMessageKind.Lost => new BorrowerLost(Symbol, MessageId, Note),
    };
}
