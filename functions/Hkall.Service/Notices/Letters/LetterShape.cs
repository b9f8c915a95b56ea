using System.Text.RegularExpressions;
using Fluid;

namespace Hkall.Service.Notices.Letters;

/// <summary>The form of a letter: its subject names nothing of the request, its links lead to pages of ours, and its facts have two halves.</summary>
internal static partial class LetterShape
{
    /// <summary>In characters, without the reference that follows it. Longer subjects are cut on telephones.</summary>
    public const int LongestSubject = 100;

    private static readonly string[] Addresses = ["request_url", "download_url"];

    /// <exception cref="LetterFaultException">It is no subject.</exception>
    public static string SubjectOf(string rendered)
    {
        if (rendered.Length == 0 || rendered.Contains('\n', StringComparison.Ordinal))
        {
            throw LetterFaultException.Fault(LetterTemplate.SubjectField, "The subject is one line, in every case.");
        }

        if (UntrustedText.IsIn(rendered))
        {
            throw LetterFaultException.Fault(LetterTemplate.SubjectField, "A subject names nothing of the request: subjects show on locked screens.");
        }

        return rendered.Length <= LongestSubject
            ? rendered
            : throw LetterFaultException.Fault(LetterTemplate.SubjectField, $"At most {LongestSubject} characters, once its fields are filled in.");
    }

    /// <exception cref="LetterFaultException">A line has not the form that it begins with, or the letter has no link.</exception>
    public static IReadOnlyList<Block> BlocksOf(string rendered, TemplateContext fields)
    {
        foreach (var line in rendered.Split('\n', StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("=> ", StringComparison.Ordinal))
            {
                CheckHalves(line);
            }
        }

        var blocks = Letter.ReadBlocks(rendered);
        if (!blocks.OfType<Link>().Any())
        {
            throw LetterFaultException.Fault(LetterTemplate.BodyField, $"A letter has a link, on a line such as {"=> See this request | {{ request_url }}"}.");
        }

        var ours = Addresses.Select(name => fields.GetValue(name).ToStringValue()).ToList();
        return blocks.OfType<Link>().All(link => ours.Contains(link.Address))
            ? blocks
            : throw LetterFaultException.Fault(LetterTemplate.BodyField, $"A link leads to {"{{ request_url }}"} or {"{{ download_url }}"} and nowhere else.");
    }

    /// <summary>What spans several lines stands by itself, and nothing is written as HTML: a mail would show it as it is.</summary>
    /// <exception cref="LetterFaultException">The text is not like that.</exception>
    public static void CheckLines(string field, string text)
    {
        if (Html().IsMatch(text))
        {
            throw LetterFaultException.Fault(field, "A letter is plain text. HTML would be shown as it is.");
        }

        if (field == LetterTemplate.SubjectField && Lines().Match(text) is { Success: true, Value: var whole })
        {
            throw LetterFaultException.Fault(field, $"{whole} spans several lines and cannot stand in the subject.");
        }

        if (text.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => Lines().IsMatch(line) && !AloneOnALine().IsMatch(line)) is { } crowded)
        {
            throw LetterFaultException.Fault(field, $"{Lines().Match(crowded).Value} stands on a line of its own.");
        }
    }

    private static void CheckHalves(string line)
    {
        if (line[2..].Split(" | ", 2) is not [var name, { Length: > 0 }] || name.Trim().Length == 0)
        {
            throw LetterFaultException.Fault(
                LetterTemplate.BodyField, $"A fact or a link has two halves with a bar between them, as in {"* Due on | {{ date }}"}.");
        }

        if (UntrustedText.IsIn(name))
        {
            throw LetterFaultException.Fault(LetterTemplate.BodyField, "What stands before the bar of a fact or a link is the Library’s own.");
        }
    }

    [GeneratedRegex("<\\s*[A-Za-z/!?]|&#?[A-Za-z0-9]+;")]
    private static partial Regex Html();

    [GeneratedRegex(@"\{\{-?\s*(item|moved)\s*-?\}\}")]
    private static partial Regex Lines();

    [GeneratedRegex(@"^\{\{-?\s*(item|moved)\s*-?\}\}$")]
    private static partial Regex AloneOnALine();
}
