using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>The source of an estimate.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EstimateBasis>))]
public enum EstimateBasis
{
    /// <summary>The ranges of the service's page.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>The library's measured times.</summary>
    [JsonStringEnumMemberName("measured")] Measured,
}

/// <summary>When the item or the scan is likely to arrive, as dates of the library: an estimate, not a promise.</summary>
public sealed record Estimate(DateOnly Earliest, DateOnly Latest)
{
    /// <summary>Null: the published ranges.</summary>
    public EstimateBasis? Basis { get; init; }

    /// <summary>The number of measured supplies, if the estimate is measured.</summary>
    public int? Sample { get; init; }
}
