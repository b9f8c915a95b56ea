using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Calendar;

namespace Hkall.Service.Policies;

/// <summary>Reads and writes the policy document and makes the rule book from it.</summary>
public static class PolicyFile
{
    /// <summary>The most days of one closure; a calendar searches no further than this.</summary>
    public const int LongestClosureDays = 45;

    /// <summary>Deeper than any document of ours, and no deeper.</summary>
    private const int MostDepth = 16;

    internal static JsonDocumentOptions Leniently => new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = MostDepth };

    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MostDepth,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
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
        using var bytes = new MemoryStream();
        json.CopyTo(bytes);
        return Read(bytes.ToArray());
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static PolicyDocument Read(string json) => Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The document as text, without what it takes from a reading.</summary>
    public static string Write(PolicyDocument document)
    {
        var root = JsonSerializer.SerializeToNode(document, Options)!.AsObject();
        if (document.Reading is not null)
        {
            root["figures"]!.AsObject().Remove("privileges");
        }

        return root.ToJsonString(Options);
    }

    /// <summary>The members of the whole that the text gives, whether or not they are right.</summary>
    public static IReadOnlySet<string> MembersGiven(string text)
    {
        using var document = JsonDocument.Parse(text, Leniently);
        return document.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public static RuleBook RuleBookOf(PolicyDocument document) => new(document.ToPolicy(), CalendarOf(document));

    private static PolicyDocument Read(byte[] json)
    {
        try
        {
            var document = JsonSerializer.Deserialize<PolicyDocument>(json, Options) ?? throw new BadPolicyException(["$: the document is null."]);
            var empty = PolicyNulls.FaultsOf(json).ToList();
            var faults = empty.Count > 0 ? empty : PolicyChecks.FaultsOf(document).ToList();
            return faults.Count == 0 ? document : throw new BadPolicyException(faults);
        }
        catch (JsonException bad)
        {
            throw new BadPolicyException([PolicySyntax.Explain(bad)]);
        }
        catch (Exception bad) when (bad is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            // A value that its own type refuses.
            throw new BadPolicyException([$"$: {bad.Message}"]);
        }
    }

    private static LibraryCalendar CalendarOf(PolicyDocument document) => new LibraryCalendar(
        LibraryCalendar.HongKong,
        Holidays.OfHongKong().Select(holiday => holiday.Date),
        document.WorksOnSaturdays)
        .ButClosed([.. document.ClosedDays.Select(closed => new ClosedDays(closed.Date, closed.Until ?? closed.Date))]);
}
