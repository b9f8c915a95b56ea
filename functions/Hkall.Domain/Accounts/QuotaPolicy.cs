using System.Text.Json.Serialization;

namespace Hkall.Domain.Accounts;

/// <summary>Until when a request takes a place in its patron's quota. The names are part of the policy's file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuotaCountsUntil>))]
public enum QuotaCountsUntil
{
    /// <summary>Until the patron has nothing of it any more: the item is checked in at our counter, the copy is delivered.</summary>
    [JsonStringEnumMemberName("returned")] Returned,

    /// <summary>Until the request closes: the lender has confirmed the receipt, the downloads are used up or over.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>How the quota counts.</summary>
public sealed record QuotaPolicy
{
    public QuotaCountsUntil CountsUntil { get; init; } = QuotaCountsUntil.Returned;
}
