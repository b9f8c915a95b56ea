using Fluid;
using Hkall.Domain;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Notices.Letters;

/// <summary>What a letter says in one case.</summary>
/// <param name="Case">The case, by its English name.</param>
public sealed record LetterPreview(string Case, string Subject, string Text);

/// <summary>Tries a letter on every case of its notice.</summary>
internal static class LetterChecks
{
    /// <summary>In characters. The longest shipped body has a third of this, and three letters fit in a row's limit.</summary>
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

        try
        {
            return Try(key, LetterTemplate.Parse(headline, text, LetterFieldsOf.Of(key.Notice).Contains), faults);
        }
        catch (LetterFaultException fault)
        {
            faults.Fault(fault.Part, "bad-letter", fault.Why);
            return [];
        }
    }

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
}
