using System.Text.RegularExpressions;
using Fluid;
using Hkall.Domain;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Notices.Letters;

/// <summary>What a letter says in one case.</summary>
/// <param name="Case">The case, by its English name.</param>
public sealed record LetterPreview(string Case, string Subject, string Text);

/// <summary>Tries a letter on every case of its notice.</summary>
internal static partial class LetterChecks
{
    /// <summary>In characters. The longest shipped body has a third of this, and a row has room for three of them.</summary>
    public const int LongestSubject = 500;
    public const int LongestBody = 10_000;

    /// <summary>More of them help nobody: most are of one cause.</summary>
    private const int MostFaults = 10;

    private static readonly NoticeRenderer Renderer = new();

    /// <summary>Checks the letter and fills it for every case.</summary>
    /// <param name="faults">Gets a sentence for each fault, at <c>subject</c> or <c>body</c>.</param>
    /// <returns>The letter case by case, as far as it can be filled.</returns>
    public static IReadOnlyList<LetterPreview> Check(LetterKey key, string? subject, string? body, Fields faults)
    {
        var (headline, text) = (TextOf(LetterTemplate.SubjectField, subject, LongestSubject, lines: false, faults),
            TextOf(LetterTemplate.BodyField, body?.ReplaceLineEndings("\n"), LongestBody, lines: true, faults));
        if (faults.HasFaults || headline is null || text is null)
        {
            return [];
        }

        var shipped = NoticeTemplates.TextOf(key.Language, Names.Of(key.Notice));
        var missing = Written(shipped.Subject + shipped.Body).Except(Written(headline + text))
            .Where(name => LetterFields.Find(name) is { Obligatory: true }).ToList();
        try
        {
            // Not every case has a sample: what is said nowhere is said in none of them.
            var letter = LetterTemplate.Parse(headline, text, LetterFieldsOf.Of(key.Notice).Contains);
            foreach (var name in missing)
            {
                faults.Fault(LetterTemplate.BodyField, "bad-letter", $"{LetterTemplate.Braces(name)} is missing: the shipped letter says it here.");
            }

            return missing.Count > 0 ? [] : Try(key, letter, faults);
        }
        catch (LetterFaultException fault)
        {
            faults.Fault(fault.Part, "bad-letter", fault.Why);
            return [];
        }
    }

    private static IEnumerable<string> Written(string text) => Outputs().Matches(text).Select(one => one.Groups[1].Value).Distinct();

    /// <summary>The shipped letter, case by case.</summary>
    public static IReadOnlyList<LetterPreview> Shipped(LetterKey key) =>
        [.. LetterCases.Of(key).Select(one => PreviewOf(one.What, Renderer.Render(one.Data)))];

    /// <summary>The text as it is kept.</summary>
    public static string Kept(string text) => VisibleText.Of(text.ReplaceLineEndings("\n")).Trim();

    private static List<LetterPreview> Try(LetterKey key, LetterTemplate letter, Fields faults)
    {
        var (previews, seen) = (new List<LetterPreview>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (what, data) in LetterCases.Of(key))
        {
            try
            {
                var fields = LetterCases.FieldsOf(data, key.Language);
                previews.Add(PreviewOf(what, Renderer.Render(data, letter.Write(fields, ShippedFields(key, fields)))));
            }
            catch (LetterFaultException fault)
            {
                if (seen.Add(fault.Message) && seen.Count <= MostFaults)
                {
                    faults.Fault(fault.Part, "bad-letter", $"In the case “{LetterCases.In(what)}”: {fault.Why}");
                }
            }
        }

        return previews;
    }

    /// <summary>The fields that the shipped letter writes in this case.</summary>
    private static HashSet<string> ShippedFields(LetterKey key, TemplateContext fields)
    {
        var told = FieldsTold.In(fields);
        NoticeTemplates.Shared.Get(key.Language, Names.Of(key.Notice)).Render(fields);
        return told.Told;
    }

    private static LetterPreview PreviewOf(string what, RenderedNotice mail) => new(what, mail.Subject, mail.Text);

    private static string? TextOf(string field, string? text, int longest, bool lines, Fields faults)
    {
        var kept = faults.Text(field, text, longest, lines);
        if (kept is null && !faults.Errors.ContainsKey(field))
        {
            faults.Fault(field, "missing-member", "This member is required.");
        }
        else if (kept?.Any(c => c is >= '\uFDD0' and <= '\uFDEF') == true)
        {
            faults.Fault(field, "control-characters", "Control characters and broken characters are not taken.");
        }

        return kept;
    }

    [GeneratedRegex(@"\{\{-?\s*([a-z_]+)\s*-?\}\}")]
    private static partial Regex Outputs();
}
