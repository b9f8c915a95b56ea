namespace Hkall.Service.Partners;

/// <summary>Who we are to other libraries.</summary>
public sealed record OwnLibrary
{
    /// <summary>The agency id under which other libraries know us, with its scheme: <c>ISIL:XX-1</c>.</summary>
    public required string AgencyId { get; init; }

    public required string Name { get; init; }

    /// <summary>The lending desk's address, to which scans may be sent and questions put; null: it is not told.</summary>
    public string? Email { get; init; }
}
