using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>Conditions that a library sets before it supplies, besides a charge and use in the library only.</summary>
public sealed record NamedConditions([Id] string Symbol, IReadOnlyList<StatedReason> Conditions)
{
    /// <summary>The charge named with them; we ask the patron about it once staff have accepted the conditions.</summary>
    public Money? Cost { get; init; }

    /// <summary>Accepting them means asking the library again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }
}
