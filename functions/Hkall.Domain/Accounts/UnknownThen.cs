using System.Text.Json.Serialization;

namespace Hkall.Domain.Accounts;

/// <summary>What happens to an order when too little is known about the patron.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnknownThen>))]
public enum UnknownThen
{
    /// <summary>Staff review it first.</summary>
    [JsonStringEnumMemberName("review")] Review,

    [JsonStringEnumMemberName("refuse")] Refuse,
}
