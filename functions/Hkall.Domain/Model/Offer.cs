using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>An alternative that the patron has not allowed yet: libraries of another tier, or the other service. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Alternative>))]
public enum Alternative
{
    [JsonStringEnumMemberName("hkall")] Hkall,
    [JsonStringEnumMemberName("local")] Local,
    [JsonStringEnumMemberName("overseas")] Overseas,

    /// <summary>A loan of the item, instead of a copy of a part.</summary>
    [JsonStringEnumMemberName("loan")] Loan,

    /// <summary>A copy of the part that the patron needs, instead of the loan.</summary>
    [JsonStringEnumMemberName("copy")] Copy,
}

/// <summary>An alternative, and when it would usually bring the item or the scan.</summary>
public sealed record OfferedAlternative(Alternative Way, Estimate Estimate);

/// <summary>The alternatives that the patron is asked about. They can choose one until the end of <see cref="DecideBy"/>, a date of the library.</summary>
public sealed record Offer(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy, bool Reminded = false);

public static class Alternatives
{
    public static Alternative To(Tier tier) => tier switch
    {
        Tier.Hkall => Alternative.Hkall,
        Tier.Local => Alternative.Local,
        Tier.Overseas => Alternative.Overseas,
    };

    /// <summary>The tier that an alternative leads to; null if it leads to the other service.</summary>
    public static Tier? LeadsToTier(this Alternative way) => way switch
    {
        Alternative.Hkall => Tier.Hkall,
        Alternative.Local => Tier.Local,
        Alternative.Overseas => Tier.Overseas,
        Alternative.Loan or Alternative.Copy => null,
    };

    /// <summary>The service that an alternative leads to; null if it leads to another tier.</summary>
    public static ServiceType? LeadsToService(this Alternative way) => way switch
    {
        Alternative.Loan => ServiceType.Loan,
        Alternative.Copy => ServiceType.Copy,
        Alternative.Hkall or Alternative.Local or Alternative.Overseas => null,
    };
}
