using System.Text.Json.Serialization;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Escalating;

/// <summary>A way of going on that the patron has not allowed yet: to libraries of another tier, or with the other service. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Alternative>))]
public enum Alternative
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
public sealed record OfferedAlternative(Alternative Way, Estimate Estimate);

/// <summary>The ways the patron is being asked about. They can choose one until the end of <see cref="DecideBy"/>, a date of the library.</summary>
public sealed record Offer(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy, bool Reminded = false);

public static class Alternatives
{
    public static Alternative To(Tier tier) => tier switch
    {
        Tier.Hkall => Alternative.Hkall,
        Tier.Local => Alternative.Local,
        Tier.Overseas => Alternative.Overseas,
    };

    /// <summary>The tier a way leads to; null where it leads to the other service.</summary>
    public static Tier? LeadsToTier(this Alternative way) => way switch
    {
        Alternative.Hkall => Tier.Hkall,
        Alternative.Local => Tier.Local,
        Alternative.Overseas => Tier.Overseas,
        Alternative.Loan or Alternative.Copy => null,
    };

    /// <summary>The service a way leads to; null where it leads to another tier.</summary>
    public static ServiceType? LeadsToService(this Alternative way) => way switch
    {
        Alternative.Loan => ServiceType.Loan,
        Alternative.Copy => ServiceType.Copy,
        Alternative.Hkall or Alternative.Local or Alternative.Overseas => null,
    };
}
