using System.Text.Json.Serialization;

namespace Hkall.Domain.Downloading;

/// <summary>A fault in a scan. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanFault>))]
public enum ScanFault
{
    /// <summary>The scan shows something other than the patron asked for.</summary>
    [JsonStringEnumMemberName("wrong")] Wrong,

    [JsonStringEnumMemberName("unreadable")] Unreadable,

    [JsonStringEnumMemberName("incomplete")] Incomplete,
}
