using System.Text.Json.Serialization;

namespace Hkall.Domain.Accounts;

/// <summary>What becomes of an order on which too little is known of the patron.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnknownThen>))]
public enum UnknownThen
{
    /// <summary>Staff look at it first.</summary>
    [JsonStringEnumMemberName("review")] Review,

    [JsonStringEnumMemberName("refuse")] Refuse,
}
