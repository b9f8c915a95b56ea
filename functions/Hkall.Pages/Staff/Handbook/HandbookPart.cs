using System.Text.Json.Serialization;

namespace Hkall.Pages.Staff.Handbook;

/// <summary>The parts of the handbook, by where its reader works.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandbookPart>))]
internal enum HandbookPart
{
    [JsonStringEnumMemberName("counter")]
    Counter,

    [JsonStringEnumMemberName("requests")]
    Requests,

    [JsonStringEnumMemberName("lending")]
    Lending,

    [JsonStringEnumMemberName("running")]
    Running,
}
