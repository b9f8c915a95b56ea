namespace Hkall.Domain.Citations;

/// <summary>The parts of a reference as they stand in it.</summary>
internal sealed record ReferenceParts
{
    public CitedKind Kind { get; init; }

    public string? Authors { get; init; }

    public string? Title { get; init; }

    public string? Container { get; init; }

    public string? Editors { get; init; }

    public string? Year { get; init; }

    public string? Volume { get; init; }

    public string? Issue { get; init; }

    public string? Pages { get; init; }

    public string? Publisher { get; init; }

    public string? Edition { get; init; }
}
