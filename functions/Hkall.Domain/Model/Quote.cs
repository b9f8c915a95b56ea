using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>A charge awaiting the patron's decision, who can accept it until the end of <see cref="DecideBy"/>.</summary>
public sealed record Quote(Money Cost, DateOnly DecideBy, bool Reminded = false)
{
    /// <summary>Accepting it means asking the library again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    /// <summary>The library named it with conditions, which staff have accepted: only the patron can accept the charge.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterConditions { get; init; }

    /// <summary>For a foreign charge: what the patron is told that it is about; null if there is no rate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Approximation? Approximately { get; init; }
}
