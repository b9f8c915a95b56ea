using System.Text.Json.Serialization;

namespace Hkall.Requests.Placing;

/// <summary>What the table of privileges says of a group, a tier and a service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Access>))]
public enum Access
{
    [JsonStringEnumMemberName("allowed")] Allowed,

    /// <summary>"Conditions may apply": never denied by the system.</summary>
    [JsonStringEnumMemberName("conditional")] Conditional,

    [JsonStringEnumMemberName("notAllowed")] NotAllowed,
}

/// <summary>One cell of the table.</summary>
public sealed record Privilege(Tier Tier, ServiceType Service, Access Access);

/// <summary>
/// The page's table of privileges, in its likeliest reading: academic and research staff and postgraduates may have everything,
/// overseas on conditions; the others books from HKALL on conditions, no books beyond, copies from everywhere, from overseas on
/// conditions.
/// </summary>
public static class Eligibility
{
    public static Access For(PatronGroup group, Tier tier, ServiceType service) => (IsFirstRow(group), tier, service) switch
    {
        (true, Tier.Hkall or Tier.Local, ServiceType.Loan or ServiceType.Copy) => Access.Allowed,
        (true, Tier.Overseas, ServiceType.Loan or ServiceType.Copy) => Access.Conditional,
        (false, Tier.Hkall, ServiceType.Loan) => Access.Conditional,
        (false, Tier.Local or Tier.Overseas, ServiceType.Loan) => Access.NotAllowed,
        (false, Tier.Hkall or Tier.Local, ServiceType.Copy) => Access.Allowed,
        (false, Tier.Overseas, ServiceType.Copy) => Access.Conditional,
    };

    /// <summary>The whole table for one group.</summary>
    public static IReadOnlyList<Privilege> Of(PatronGroup @group) =>
    [
        .. from tier in Enum.GetValues<Tier>()
           from kind in Enum.GetValues<ServiceType>()
           select new Privilege(tier, kind, For(@group, tier, kind)),
    ];

    private static bool IsFirstRow(PatronGroup group) => group switch
    {
        PatronGroup.Academic or PatronGroup.Research or PatronGroup.Postgraduate => true,
        PatronGroup.NonAcademic or PatronGroup.Undergraduate => false,
    };
}
