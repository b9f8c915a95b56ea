using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>An item of several volumes or pieces, which are checked out, returned and sent back together.</summary>
/// <param name="Announced">How many parts the library sends.</param>
public sealed record Parts(int Announced)
{
    /// <summary>A larger number is a mistake, or a box that should be requested by the volume.</summary>
    public const int Most = 50;

    /// <summary>The parts that reached us, by their lender's barcodes.</summary>
    public IReadOnlyList<string> Here { get; init; } = [];

    /// <summary>How many of the announced parts will not come.</summary>
    public int NotComing { get; init; }

    /// <summary>The parts that the patron has returned while others are still out.</summary>
    public IReadOnlyList<string> Back { get; init; } = [];

    /// <summary>The parts that are still out, once the patron has returned others.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> StillOut => Back.Count > 0 ? [.. Here.Except(Back)] : [];

    internal bool AreAllHere => Here.Count + NotComing >= Announced;
}
