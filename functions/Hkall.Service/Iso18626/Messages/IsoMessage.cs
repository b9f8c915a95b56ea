namespace Hkall.Service.Iso18626.Messages;

/// <summary>One ISO 18626 message, independent of the version it is read from or written in.</summary>
public abstract record IsoMessage
{
    private protected IsoMessage()
    {
    }
}

/// <summary>A library asks another for an item.</summary>
public sealed record SupplyRequest : IsoMessage
{
    public Header Header { get; init; } = new();

    public BibliographicInfo Item { get; init; } = new();

    public PublicationInfo? Publication { get; init; }

    public ServiceInfo? Service { get; init; }

    public IReadOnlyList<SupplierInfo> Suppliers { get; init; } = [];

    public IReadOnlyList<RequestedDelivery> Deliveries { get; init; } = [];

    public RequestingAgencyInfo? Requester { get; init; }

    public PatronInfo? Patron { get; init; }

    public BillingInfo? Billing { get; init; }
}

/// <summary>The supplying library reports the status of the request.</summary>
public sealed record SupplierMessage : IsoMessage
{
    public Header Header { get; init; } = new();

    public MessageInfo Info { get; init; } = new();

    public StatusInfo Status { get; init; } = new();

    public DeliveryInfo? Delivery { get; init; }

    /// <summary>2021.</summary>
    public ShippingInfo? Shipping { get; init; }

    public ReturnInfo? Return { get; init; }
}

/// <summary>The requesting library sends an action or a note on an open request.</summary>
public sealed record RequesterMessage : IsoMessage
{
    public Header Header { get; init; } = new();

    public RequesterAction? Action { get; init; }

    public string? Note { get; init; }
}

/// <summary>The response to every message: that it was received, or its errors. It never says what was decided.</summary>
public abstract record Confirmation : IsoMessage
{
    private protected Confirmation()
    {
    }

    public ConfirmationHeader Header { get; init; } = new();

    /// <summary>One in 1.2, any number in 2021.</summary>
    public IReadOnlyList<ErrorData> Errors { get; init; } = [];
}

public sealed record RequestConfirmation : Confirmation;

public sealed record SupplierMessageConfirmation : Confirmation
{
    public ReasonForMessage? Reason { get; init; }
}

public sealed record RequesterMessageConfirmation : Confirmation
{
    public RequesterAction? Action { get; init; }
}

/// <summary>The sender, the recipient and the request. Instants keep their offset as written.</summary>
public sealed record Header
{
    public AgencyId? Supplier { get; init; }

    public AgencyId? Requester { get; init; }

    /// <summary>2021.</summary>
    public AgencyId? Consortium { get; init; }

    /// <summary>Present in every 1.2 message, even if empty.</summary>
    public string? MultipleItemRequestId { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public string? RequesterRequestId { get; init; }

    public string? SupplierRequestId { get; init; }

    public Authentication? Authentication { get; init; }
}

public sealed record Authentication
{
    public string? AccountId { get; init; }

    public string? SecurityCode { get; init; }
}

public sealed record ConfirmationHeader
{
    public AgencyId? Supplier { get; init; }

    public AgencyId? Requester { get; init; }

    /// <summary>The timestamp of the confirmed message.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    public string? RequesterRequestId { get; init; }

    /// <summary>1.2.</summary>
    public string? MultipleItemRequestId { get; init; }

    public DateTimeOffset? Received { get; init; }

    public MessageStatus? Status { get; init; }
}

/// <summary>An error in a message. A badly formed message has no value.</summary>
public sealed record ErrorData
{
    public ErrorType? Type { get; init; }

    public string? Value { get; init; }
}
