using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Placing;

/// <summary>A reading of the page's table of privileges: its merged cells were lost, and the remaining text allows three readings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reading>))]
public enum Reading
{
    /// <summary>The likeliest: it uses every cell text and agrees with the table on the Library's earlier page.</summary>
    A,

    /// <summary>No cell spans two rows: the first row's overseas copies have no conditions, the second row's local copies do.</summary>
    B,

    /// <summary>Three columns, as on the earlier page: the second row has local books and copies from HKALL only, on conditions.</summary>
    C,
}

/// <summary>
/// The page's table of privileges. In every reading researchers, academic staff and postgraduates may have everything; the others may
/// have books from HKALL and none from overseas.
/// </summary>
public static class Eligibility
{
    private const Access Yes = Access.Allowed;
    private const Access If = Access.Conditional;
    private const Access No = Access.NotAllowed;

    private static readonly IReadOnlyDictionary<Reading, (ByTier<ByService<Access>> First, ByTier<ByService<Access>> Second)> Rows =
        new Dictionary<Reading, (ByTier<ByService<Access>>, ByTier<ByService<Access>>)>
        {
            [Reading.A] = (new(new(Yes, Yes), new(Yes, Yes), new(If, If)), new(new(If, Yes), new(No, Yes), new(No, If))),
            [Reading.B] = (new(new(Yes, Yes), new(Yes, Yes), new(If, Yes)), new(new(Yes, If), new(No, If), new(No, If))),
            [Reading.C] = (new(new(Yes, Yes), new(Yes, Yes), new(Yes, If)), new(new(If, If), new(No, No), new(No, If))),
        };

    public static Access For(PatronGroup group, Tier tier, ServiceType service, Reading reading = Reading.A) =>
        TableOf(reading)[group].For(tier).For(service);

    /// <summary>The whole table in one reading.</summary>
    public static IReadOnlyDictionary<PatronGroup, ByTier<ByService<Access>>> TableOf(Reading reading) =>
        Enum.GetValues<PatronGroup>().ToDictionary(group => group, group => IsFirstRow(group) ? Rows[reading].First : Rows[reading].Second);

    /// <summary>One group's row of the table.</summary>
    public static IReadOnlyList<Privilege> Of(PatronGroup group, Policy? policy = null)
    {
        var line = (policy ?? new Policy()).Privileges[group];
        return
        [
            .. from tier in Enum.GetValues<Tier>()
               from kind in Enum.GetValues<ServiceType>()
               select new Privilege(tier, kind, line.For(tier).For(kind)),
        ];
    }

    private static bool IsFirstRow(PatronGroup group) => group switch
    {
        PatronGroup.Academic or PatronGroup.Research or PatronGroup.Postgraduate => true,
        PatronGroup.NonAcademic or PatronGroup.Undergraduate => false,
    };
}
