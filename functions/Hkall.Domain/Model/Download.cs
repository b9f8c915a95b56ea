using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>A scan as supplied. <see cref="Id"/> names the stored file; <see cref="Sha256"/> (lower-case hex) verifies its content.</summary>
public sealed record Scan([Id] string Id, [LibraryText] string FileName, [Code] string ContentType, long Bytes, [Code] string Sha256)
{
    /// <summary>It is stored and not yet known to be free of malware, so nobody may have it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unchecked { get; init; }

    /// <summary>What was seen in it when it arrived; null in requests of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScanChecks? Checks { get; init; }
}

/// <summary>A library's scan that is being checked for malware, or is withheld (<see cref="Trouble"/>).</summary>
public sealed record HeldScan([Id] string Symbol)
{
    /// <summary>Why nobody may have it; staff then take over.</summary>
    public string? Trouble { get; init; }
}

/// <summary>The patron's download of a scan: five times, until the end of <see cref="Until"/> (seed: "max 5 times within 2 weeks").</summary>
public sealed record Download
{
    public required Scan Scan { get; init; }

    /// <summary>The last date, in the library's calendar, on which the patron can download the file.</summary>
    public required DateOnly Until { get; init; }

    public required int Allowed { get; init; }

    public int Used { get; init; }

    public bool Reminded { get; init; }

    [JsonIgnore]
    public int Remaining => Allowed - Used;
}

/// <summary>The address a library gave for its scan. We are fetching it, or could not (<see cref="Trouble"/>).</summary>
public sealed record LocatedScan([Id] string Symbol, [Trace] string Address)
{
    /// <summary>Why we could not fetch it; staff then take over.</summary>
    public string? Trouble { get; init; }
}
