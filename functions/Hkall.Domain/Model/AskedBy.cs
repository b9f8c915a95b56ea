using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>How staff spoke to a library by hand. The names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AskedBy>))]
public enum AskedBy
{
    [JsonStringEnumMemberName("telephone")] Telephone,

    /// <summary>A form on the other library's pages.</summary>
    [JsonStringEnumMemberName("web")] Web,
    [JsonStringEnumMemberName("letter")] Letter,
    [JsonStringEnumMemberName("mail")] Mail,
    [JsonStringEnumMemberName("counter")] Counter,
}

/// <summary>How staff asked a library by hand.</summary>
/// <param name="Reference">The number that the library gave our request; null if it gave none.</param>
public sealed record HandAsking(AskedBy By, [PersonsWords] string? Note, [Trace] string? Reference);
