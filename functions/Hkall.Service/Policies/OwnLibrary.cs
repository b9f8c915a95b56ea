namespace Hkall.Service.Policies;

/// <summary>Our library, as other libraries know it.</summary>
public sealed record OwnLibrary
{
    /// <summary>The agency id under which other libraries know us, with its scheme: <c>ISIL:XX-1</c>.</summary>
    public required string AgencyId { get; init; }

    public required string Name { get; init; }

    /// <summary>The address for scans and questions; null if we give none.</summary>
    public string? Email { get; init; }
}
