using System.Text.Json.Serialization;

namespace Hkall.Domain.Calendar;

/// <summary>Why the Library is closed on a day on which it usually works. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClosureReason>))]
public enum ClosureReason
{
    /// <summary>A tropical cyclone warning signal.</summary>
    [JsonStringEnumMemberName("typhoon")] Typhoon,

    /// <summary>A rainstorm warning signal.</summary>
    [JsonStringEnumMemberName("rainstorm")] Rainstorm,
    [JsonStringEnumMemberName("power")] Power,
    [JsonStringEnumMemberName("stocktaking")] Stocktaking,

    /// <summary>Staff say why in their own words.</summary>
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>A closure as its patrons hear of it.</summary>
/// <param name="RestOfDay">The Library was open in the morning: only what ends on the day is moved.</param>
/// <param name="Words">What staff add; null if the reason says enough.</param>
public sealed record ClosureNews(
    DateOnly From,
    DateOnly To,
    ClosureReason Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool RestOfDay = false,
    [property: PersonsWords, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Words = null);
