using System.Text.Json.Serialization;

namespace Hkall.Domain.Downloading;

/// <summary>A scan as it was supplied. <see cref="Id"/> names the stored file, <see cref="Sha256"/> (lower-case hex) proves it whole.</summary>
public sealed record Scan(string Id, string FileName, string ContentType, long Bytes, string Sha256);

/// <summary>The download that the patron may make of a scan: five times, until the end of <see cref="Until"/> (seed: "max 5 times within 2 weeks").</summary>
public sealed record Download
{
    public required Scan Scan { get; init; }

    /// <summary>The last date, of the library's calendar, on which the file can be downloaded.</summary>
    public required DateOnly Until { get; init; }

    public required int Allowed { get; init; }

    public int Used { get; init; }

    public bool Reminded { get; init; }

    [JsonIgnore]
    public int Remaining => Allowed - Used;
}
