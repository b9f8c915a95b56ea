using System.Text.Json.Serialization;
using Hkall.Requests.Placing;

namespace Hkall.Requests.Escalating;

/// <summary>A way of going on that the patron has not allowed yet: to libraries of another tier, or with the other service. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Way>))]
public enum Way
{
    [JsonStringEnumMemberName("hkall")] Hkall,
    [JsonStringEnumMemberName("local")] Local,
    [JsonStringEnumMemberName("overseas")] Overseas,

    /// <summary>The item on loan, instead of a copy of a part of it.</summary>
    [JsonStringEnumMemberName("loan")] Loan,

    /// <summary>A copy of the part that is needed, instead of the loan.</summary>
    [JsonStringEnumMemberName("copy")] Copy,
}

/// <summary>A way and when it would usually bring the item or the scan.</summary>
public sealed record OfferedWay(Way Way, Estimate Estimate);

/// <summary>The ways the patron is being asked about. They can choose one until the end of <see cref="DecideBy"/>, a date of the library.</summary>
public sealed record Offer(IReadOnlyList<OfferedWay> Ways, DateOnly DecideBy, bool Reminded = false);

public static class WaysOn
{
    public static Way To(Tier tier) => tier switch
    {
        Tier.Hkall => Way.Hkall,
        Tier.Local => Way.Local,
        Tier.Overseas => Way.Overseas,
    };

    /// <summary>The tier a way leads to; null where it leads to the other service.</summary>
    public static Tier? LeadsToTier(this Way way) => way switch
    {
        Way.Hkall => Tier.Hkall,
        Way.Local => Tier.Local,
        Way.Overseas => Tier.Overseas,
        Way.Loan or Way.Copy => null,
    };

    /// <summary>The service a way leads to; null where it leads to another tier.</summary>
    public static ServiceType? LeadsToService(this Way way) => way switch
    {
        Way.Loan => ServiceType.Loan,
        Way.Copy => ServiceType.Copy,
        Way.Hkall or Way.Local or Way.Overseas => null,
    };
}
