using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>The acceptance that holds for the library asked now: the charge, and in whose name it was accepted.</summary>
/// <param name="How">As the event says: <c>by-patron</c>, <c>by-staff</c>, <c>within-maximum</c> or <c>borne-by-library</c>.</param>
public sealed record Acceptance(Money Cost, StatedReason How)
{
    /// <summary>For a foreign charge: what the patron was told that it is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Approximation? Approximately { get; init; }

    /// <summary>Whether the patron pays it; what the Library bears is never theirs.</summary>
    [JsonIgnore]
    public bool IsPatrons => How.Code != ReasonCode.BorneByLibrary;

    /// <summary>The charge in our currency; null if there was no rate when it was accepted.</summary>
    [JsonIgnore]
    public Money? InHkd => Cost.Currency == ExchangeRates.Own ? Cost : Approximately?.Amount;
}
