using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>
/// Reads a reference in a common style of citing: APA, MLA, Chicago, Vancouver, Harvard, IEEE, GB/T 7714, and Chinese references with
/// titles in brackets. A text that follows none of them is taken as a title.
/// </summary>
internal static partial class ReferenceReader
{
    /// <summary>A longer text is no reference. The forms below look for their parts in all of it.</summary>
    public const int Longest = 2_000;

    public static PastedCitation? Read(string piece)
    {
        var typed = piece.Trim();
        var text = Blanks().Replace(typed.Length > Longest ? typed[..Longest] : typed, " ");
        text = Emphasis().Replace(PastedText.Listed().Replace(text, string.Empty), "$1").Trim();
        var fields = new FieldsTyped();
        var numbers = new CitedWork
        {
            Doi = fields.Number("doi", Found(Dois(), text), Doi.Read),
            Pmid = fields.Number("pmid", Found(Pmids(), text), Pmid.Read),
            Arxiv = fields.Number("arxiv", Found(Arxivs(), text), ArxivId.Read),
            Isbn = fields.Number("isbn", Found(Isbns(), text), Isbn.Read),
            Issns = fields.Issns(Found(Issns(), text)),
        };
        text = Numbers().Replace(text, " ");
        text = Seen().Replace(text, " ");
        text = Blanks().Replace(text, " ").Trim(' ', ',', ';');
        var parts = ChineseReference.Read(text) ?? WesternReference.Read(text);
        var isPart = parts.Kind is CitedKind.Article or CitedKind.Chapter;
        var work = numbers with
        {
            Kind = parts.Kind == CitedKind.Unknown && numbers.Isbn is not null ? CitedKind.Book : parts.Kind,
            Title = fields.Text("title", parts.Title?.TrimEnd('.', ' ')),
            Container = isPart ? fields.Text("container", parts.Container?.Trim(' ', '.', ',')) : null,
            Authors = fields.Texts("authors", CitedNames.Of(parts.Authors)),
            Editors = fields.Texts("editors", CitedNames.Of(parts.Editors)),
            Year = fields.Year(parts.Year),
            Volume = fields.Text("volume", parts.Volume),
            Issue = fields.Text("issue", parts.Issue),
            Pages = fields.Text("pages", parts.Pages),
            Publisher = fields.Text("publisher", parts.Publisher?.Trim(' ', '.', ',', ';')),
            Edition = fields.Text("edition", parts.Edition?.Trim(' ', '.', ',')),
        };
        return work.SaysAnything ? new PastedCitation(typed, PastedForm.Reference, work, fields.Typed) : null;
    }

    private static IReadOnlyList<string> Found(Regex form, string text) => [.. form.Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ' '))];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <summary>Italics as plain text shows them.</summary>
    [GeneratedRegex(@"(?<![\w*])[*_]{1,2}([^*_]{1,300})[*_]{1,2}(?![\w*])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s?)?10\.[0-9]{4,9}/[^\s""<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Dois();

    [GeneratedRegex(@"\bPMID:?\s?[0-9]{1,8}", RegexOptions.IgnoreCase)]
    private static partial Regex Pmids();

    [GeneratedRegex(@"\barXiv:\s?(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+/[0-9]{7})(?:v[0-9]+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Arxivs();

    [GeneratedRegex(@"\bISBN(?:-1[03])?:?\s?[0-9][0-9 -]{8,15}[0-9Xx]", RegexOptions.IgnoreCase)]
    private static partial Regex Isbns();

    [GeneratedRegex(@"\b[ep]?-?ISSN:?\s?[0-9]{4}-?[0-9]{3}[0-9Xx]", RegexOptions.IgnoreCase)]
    private static partial Regex Issns();

    [GeneratedRegex(@"(?:https?://(?:dx\.)?doi\.org/|\bdoi:?\s?)?10\.[0-9]{4,9}/[^\s""<>]+|\bdoi:?(?=\s*$)|\bPM(?:C?ID|CID):?\s?(?:PMC)?[0-9]{1,8}[.;,]?|\barXiv:\s?\S+|\bISBN(?:-1[03])?:?\s?[0-9][0-9 -]{8,15}[0-9X]\.?|\b[ep]?-?ISSN:?\s?[0-9]{4}-?[0-9]{3}[0-9X]\.?|https?://[^\s<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    /// <summary>What says where and when somebody saw it, and how it was published.</summary>
    [GeneratedRegex(@"\[?\(?\b(?:(?:Available (?:from|at)|Retrieved (?:from|[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4},? ?(?:from)?))\b:?|(?:Accessed|\[?cited|viewed|last accessed):? (?:on )?[0-9A-Z][^.\]);]{0,30}[\]).;]*)|\[(?:Internet|online|Online|eBook|e-book|Epub ahead of print)\]|Epub [0-9]{4} [A-Z][a-z]{2}(?: [0-9]{1,2})?\.?|\bJSTOR,|\bPubMed,|\bProQuest,")]
    private static partial Regex Seen();
}
