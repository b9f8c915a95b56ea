namespace Hkall.Service.Iso18626.Messages;

public sealed record MessageInfo
{
    public ReasonForMessage? Reason { get; init; }

    /// <summary>The answer to a cancellation or a renewal.</summary>
    public YesNo? Answer { get; init; }

    public string? Note { get; init; }

    public Code? ReasonUnfilled { get; init; }

    public Code? ReasonRetry { get; init; }

    /// <summary>The terms for asking again. Part of this group in 1.2, a group of its own in 2021.</summary>
    public RetryInfo? Retry { get; init; }
}

public sealed record StatusInfo
{
    public SupplyStatus? Status { get; init; }

    public DateTimeOffset? ExpectedDelivery { get; init; }

    public DateTimeOffset? Due { get; init; }

    public DateTimeOffset? LastChange { get; init; }
}

/// <summary>The terms on which a library may be asked again. 1.2 has the costs (one) and the two instants; 2021 added the rest.</summary>
public sealed record RetryInfo
{
    public IReadOnlyList<Code> LoanConditions { get; init; } = [];

    public IReadOnlyList<string> Editions { get; init; } = [];

    public IReadOnlyList<Code> Formats { get; init; } = [];

    public IReadOnlyList<string> Volumes { get; init; } = [];

    public RequestedService? Service { get; init; }

    public IReadOnlyList<Code> Levels { get; init; } = [];

    public IReadOnlyList<Code> Methods { get; init; } = [];

    public IReadOnlyList<Code> Couriers { get; init; } = [];

    public IReadOnlyList<Costs> OfferedCosts { get; init; } = [];

    public IReadOnlyList<Code> PaymentMethods { get; init; } = [];

    public DateTimeOffset? Before { get; init; }

    public DateTimeOffset? After { get; init; }
}

public sealed record DeliveryInfo
{
    public DateTimeOffset? Sent { get; init; }

    /// <summary>Only one in 1.2.</summary>
    public IReadOnlyList<string> ItemIds { get; init; } = [];

    /// <summary>2021.</summary>
    public string? Url { get; init; }

    /// <summary><c>sentVia</c> in 1.2, <c>deliveryMethod</c> in 2021.</summary>
    public Code? Method { get; init; }

    /// <summary>2021.</summary>
    public Address? Address { get; init; }

    public bool? SentToPatron { get; init; }

    /// <summary>Only one in 1.2.</summary>
    public IReadOnlyList<Code> LoanConditions { get; init; } = [];

    /// <summary><c>deliveredFormat</c> in 1.2, <c>itemFormat</c> in 2021.</summary>
    public Code? Format { get; init; }

    /// <summary>2021.</summary>
    public RequestedService? Service { get; init; }

    /// <summary>Only one in 1.2.</summary>
    public IReadOnlyList<Costs> Costs { get; init; } = [];

    /// <summary>2021.</summary>
    public Code? PaymentMethod { get; init; }
}

/// <summary>2021.</summary>
public sealed record ShippingInfo
{
    public Code? Courier { get; init; }

    public IReadOnlyList<string> TrackingIds { get; init; } = [];

    public YesNo? Insured { get; init; }

    public YesNo? InsuredByThirdParty { get; init; }

    public string? ThirdParty { get; init; }

    public IReadOnlyList<Costs> InsuranceCosts { get; init; } = [];
}

public sealed record ReturnInfo
{
    public AgencyId? Agency { get; init; }

    public string? Name { get; init; }

    public PhysicalAddress? Address { get; init; }
}
