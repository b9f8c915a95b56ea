using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>What was seen in a scan when it arrived. Pages count from 1.</summary>
public sealed record ScanChecks
{
    /// <summary>A list of pages goes no further: staff who see so many look at the file.</summary>
    public const int MostNamed = 20;

    /// <summary>Null if the file could not be read.</summary>
    public int? Pages { get; init; }

    /// <summary>Pages that seem to have nothing on them; null if none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Blank { get; init; }

    /// <summary>Pages that lie across while most stand, or the other way round; null if none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Turned { get; init; }

    /// <summary>Pages whose picture ends before its end; null if none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? CutOff { get; init; }

    /// <summary>Why the copy goes out as it came, without stamp and cover; null if it can be stamped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StampHindrance? NotStamped { get; init; }
}

/// <summary>Why a scan cannot be stamped. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StampHindrance>))]
public enum StampHindrance
{
    /// <summary>The file is damaged, or it exhausts whoever reads it.</summary>
    [JsonStringEnumMemberName("cannot-be-read")] CannotBeRead,

    /// <summary>A stamp would break its signature.</summary>
    [JsonStringEnumMemberName("signed")] Signed,

    [JsonStringEnumMemberName("too-large")] TooLarge,

    /// <summary>A picture that does not become a PDF here.</summary>
    [JsonStringEnumMemberName("no-pdf")] NoPdf,
}
