using System.Text.Json.Serialization;

namespace Hkall.Pages.Print;

/// <summary>How many slips stand on a sheet.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SlipLayout>))]
public enum SlipLayout
{
    [JsonStringEnumMemberName("1")] One,
    [JsonStringEnumMemberName("2")] Two,
    [JsonStringEnumMemberName("4")] Four,
    [JsonStringEnumMemberName("8")] Eight,

    /// <summary>A roll of labels, 80 mm wide.</summary>
    [JsonStringEnumMemberName("label")] Label,
}
