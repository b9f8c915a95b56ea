using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Calendar;

namespace Hkall.Service.Policies;

/// <summary>Reads the policy document and makes the rule book from it.</summary>
public static class PolicyFile
{
    /// <summary>The most days of one closure; a calendar searches no further than this.</summary>
    public const int LongestClosureDays = 45;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The document in this build: the page's rules, each default with its source.</summary>
    public static PolicyDocument Default()
    {
        using var stream = typeof(PolicyFile).Assembly.GetManifestResourceStream("policy.json")
            ?? throw new InvalidOperationException("policy.json is not in this assembly.");
        return Read(stream);
    }

    /// <exception cref="BadPolicyException">The document is not a policy, or its figures cannot be right.</exception>
    public static PolicyDocument Read(Stream json)
    {
        try
        {
            var document = JsonSerializer.Deserialize<PolicyDocument>(json, Options) ?? throw new BadPolicyException(["$: the document is null."]);
            var faults = PolicyChecks.FaultsOf(document).ToList();
            return faults.Count == 0 ? document : throw new BadPolicyException(faults);
        }
        catch (JsonException bad)
        {
            throw new BadPolicyException([$"{bad.Path ?? "$"}: {bad.Message}"]);
        }
    }

    public static RuleBook RuleBookOf(PolicyDocument document) => new(document.ToPolicy(), CalendarOf(document));

    private static LibraryCalendar CalendarOf(PolicyDocument document) => new LibraryCalendar(
        LibraryCalendar.HongKong,
        Holidays.OfHongKong().Select(holiday => holiday.Date),
        document.WorksOnSaturdays)
        .ButClosed([.. document.ClosedDays.Select(closed => new ClosedDays(closed.Date, closed.Until ?? closed.Date))]);
}
