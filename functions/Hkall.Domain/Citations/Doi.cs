using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>A digital object identifier (ISO 26324), with or without a resolver's address in front.</summary>
public static partial class Doi
{
    /// <summary>The characters of a sentence or a list around a DOI. Brackets and quotation marks open before it and close after it.</summary>
    private const string Closing = ".,;:!/\"'”’。、》」』】〉";

    /// <summary>An escape may itself be escaped, once.</summary>
    private const int MostEscapes = 2;

    /// <summary>The DOI alone in lower case (DOIs do not distinguish case).</summary>
    public static Reading<string> Read(string text)
    {
        var typed = PlainText.Of(text).ToLowerInvariant();
        if (EscapedAddress().IsMatch(typed))
        {
            typed = Unescaped(typed);
        }

        if (Start().Match(typed) is not { Success: true } start)
        {
            return Reading.Not<string>(Flaw.Form);
        }

        var doi = Unescaped(Remark().Replace(WithoutQuery(typed[start.Length..]), string.Empty));
        doi = doi.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        doi = WithoutEnd(doi);
        if (!Whole().IsMatch(doi))
        {
            return Reading.Not<string>(Flaw.Form);
        }

        return doi.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? Reading.Not<string>(Flaw.Blank)
            : Reading.Of(doi);
    }

    /// <summary>The ends of old DOIs of journals contain a number sign; elsewhere it begins a fragment.</summary>
    private static string WithoutQuery(string doi) => doi.EndsWith(";2-#", StringComparison.Ordinal) ? doi : doi.Split('?', '#')[0];

    private static string WithoutEnd(string doi)
    {
        while (doi.Length > 0 && (Closing.Contains(doi[^1], StringComparison.Ordinal) || doi[^1] is ' ' || IsUnopened(doi)))
        {
            doi = doi[..^1];
        }

        return doi;
    }

    private static bool IsUnopened(string doi) => doi[^1] switch
    {
        ')' => doi.Count(c => c == '(') < doi.Count(c => c == ')'),
        ']' => doi.Count(c => c == '[') < doi.Count(c => c == ']'),
        '}' => doi.Count(c => c == '{') < doi.Count(c => c == '}'),
        '>' => doi.Count(c => c == '<') < doi.Count(c => c == '>'),
        _ => false,
    };

    private static string Unescaped(string text)
    {
        for (var i = 0; i < MostEscapes && Escape().IsMatch(text); i++)
        {
            text = PlainText.Of(Uri.UnescapeDataString(text)).ToLowerInvariant();
        }

        return text;
    }

    /// <summary>
    /// What may stand before a DOI: labels, and addresses of resolvers, also through a library's proxy. Another site's address is none:
    /// what follows in it need not be a DOI.
    /// </summary>
    [GeneratedRegex(@"^(?:[<(\[{""'“‘「『《【〈:= ]|doi(?: ?(?:no|number|nr)\.?)?[ :=.]+|doi(?=10\.)|info: ?doi/|info:|urn:doi:|(?:https?:)?(?://)?(?:(?:www|dx)[.-])*doi[.-]org(?:\.[\w.-]+)?(?::\d+)?/+)*(?=10\.)")]
    private static partial Regex Start();

    [GeneratedRegex(@"^10\.[0-9]{4,9}(?:\.[0-9]+)*/.", RegexOptions.Singleline)]
    private static partial Regex Whole();

    /// <summary>A remark, or another identifier, after the DOI.</summary>
    [GeneratedRegex(@"(?: [(\[]|[;,] ).*$", RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex("%[0-9a-f]{2}")]
    private static partial Regex Escape();

    [GeneratedRegex("^(?:https?|info|doi|urn)?(?:%3a|:(?=%2f)|%2f)|^10\\.[0-9.]+%2f")]
    private static partial Regex EscapedAddress();
}
