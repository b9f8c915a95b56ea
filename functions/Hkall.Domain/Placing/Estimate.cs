using System.Text.Json.Serialization;

namespace Hkall.Domain.Placing;

/// <summary>What an estimate rests on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EstimateBasis>))]
public enum EstimateBasis
{
    /// <summary>The ranges of the service's page.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>What the library was measured to take.</summary>
    [JsonStringEnumMemberName("measured")] Measured,
}

/// <summary>When the item or the scan is likely to arrive, as dates of the library. An estimate, never a promise.</summary>
public sealed record Estimate(DateOnly Earliest, DateOnly Latest)
{
    /// <summary>Null: the published ranges.</summary>
    public EstimateBasis? Basis { get; init; }

    /// <summary>Supplies measured, where it was measured.</summary>
    public int? Sample { get; init; }
}
