namespace Hkall.Service.Iso18626.Messages;

public sealed record BibliographicInfo
{
    public string? SupplierUniqueRecordId { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    /// <summary>2021: an ISNI.</summary>
    public string? AuthorId { get; init; }

    public string? Subtitle { get; init; }

    public string? SeriesTitle { get; init; }

    public string? Edition { get; init; }

    public string? TitleOfComponent { get; init; }

    public string? AuthorOfComponent { get; init; }

    /// <summary>Only one in 1.2.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    public string? Issue { get; init; }

    public string? PagesRequested { get; init; }

    public string? EstimatedPages { get; init; }

    public IReadOnlyList<ItemId> ItemIds { get; init; } = [];

    public string? Sponsor { get; init; }

    public string? InformationSource { get; init; }

    public IReadOnlyList<RecordId> RecordIds { get; init; } = [];
}

/// <summary>An ISBN, ISSN or similar number.</summary>
public sealed record ItemId
{
    public Code? Code { get; init; }

    public string? Identifier { get; init; }
}

/// <summary>The number of a record in a catalogue.</summary>
public sealed record RecordId
{
    public Code? Code { get; init; }

    public string? Identifier { get; init; }
}

public sealed record PublicationInfo
{
    public string? Publisher { get; init; }

    /// <summary>2021: an ISNI.</summary>
    public string? PublisherId { get; init; }

    public Code? Type { get; init; }

    public string? Date { get; init; }

    public string? Place { get; init; }
}

public sealed record ServiceInfo
{
    public RequestType? RequestType { get; init; }

    /// <summary>At most three in 1.2.</summary>
    public IReadOnlyList<RequestSubType> SubTypes { get; init; } = [];

    public string? PreviousRequestId { get; init; }

    public RequestedService? Service { get; init; }

    public Code? Level { get; init; }

    /// <summary><c>preferredFormat</c> in 1.2, <c>itemFormat</c> in 2021.</summary>
    public Code? Format { get; init; }

    public DateTimeOffset? NeedBefore { get; init; }

    public Code? CopyrightCompliance { get; init; }

    public YesNo? AnyEdition { get; init; }

    /// <summary>2021.</summary>
    public PreferredEdition? PreferredEdition { get; init; }

    /// <summary>2021.</summary>
    public IReadOnlyList<Code> LoanConditions { get; init; } = [];

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public string? Note { get; init; }
}

public sealed record SupplierInfo
{
    public int? SortOrder { get; init; }

    public AgencyId? Supplier { get; init; }

    public string? Description { get; init; }

    public RecordId? Record { get; init; }

    public string? CallNumber { get; init; }

    public string? Holdings { get; init; }

    public string? Availability { get; init; }
}

public sealed record RequestedDelivery
{
    public int? SortOrder { get; init; }

    public Address? Address { get; init; }

    /// <summary>2021.</summary>
    public Code? Method { get; init; }

    /// <summary>2021.</summary>
    public Code? Courier { get; init; }
}

/// <summary>An electronic address or a physical one.</summary>
public sealed record Address
{
    public ElectronicAddress? Electronic { get; init; }

    public PhysicalAddress? Physical { get; init; }
}

public sealed record ElectronicAddress
{
    public Code? Type { get; init; }

    public string? Data { get; init; }
}

public sealed record PhysicalAddress
{
    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Locality { get; init; }

    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-2; in 2021 plain text.</summary>
    public Code? Region { get; init; }

    /// <summary>ISO 3166-1.</summary>
    public Code? Country { get; init; }
}

public sealed record RequestingAgencyInfo
{
    public string? Name { get; init; }

    public string? Contact { get; init; }

    public IReadOnlyList<Address> Addresses { get; init; } = [];
}

public sealed record PatronInfo
{
    public string? PatronId { get; init; }

    public string? Surname { get; init; }

    public string? GivenName { get; init; }

    public Code? Type { get; init; }

    public YesNo? SendToPatron { get; init; }

    public IReadOnlyList<Address> Addresses { get; init; } = [];
}

public sealed record BillingInfo
{
    public Code? PaymentMethod { get; init; }

    public Costs? MaximumCosts { get; init; }

    public Code? Method { get; init; }

    public string? Name { get; init; }

    public Address? Address { get; init; }
}
