using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>Reads a number that stands alone, with or without its label, and the numbers in the addresses of publishers and databases.</summary>
internal static partial class PastedNumber
{
    /// <summary>The numbers of a text that consists of nothing else; none if there is anything else in it.</summary>
    public static IReadOnlyList<string> Several(string line)
    {
        if (Read(line) is not null && !Separated().IsMatch(line))
        {
            return [line];
        }

        string[] parts = [.. Separators().Split(line).Select(part => part.Trim()).Where(part => part.Length > 0)];
        return parts.Length > 0 && parts.All(part => Read(part) is not null) ? parts : Read(line) is not null ? [line] : [];
    }

    /// <returns>Null if the text is not just a number or an address.</returns>
    public static PastedCitation? Read(string text)
    {
        var typed = PastedText.Listed().Replace(text.Trim(), string.Empty).Trim().TrimEnd(',', ';');
        var plain = PlainText.Of(typed);
        if (plain.Length is 0 or > 2000)
        {
            return null;
        }

        if (ArxivId.Read(plain).Value is { } arxiv && (arxiv.Contains('.', StringComparison.Ordinal) ? true : plain.Contains('/', StringComparison.Ordinal)))
        {
            return Of(new CitedWork { Kind = CitedKind.Article, Arxiv = arxiv, Doi = $"10.48550/arxiv.{arxiv}" }, "arxiv");
        }

        if (IsOneWord().IsMatch(plain) || DoiLabel().IsMatch(plain))
        {
            if (Doi.Read(plain).Value is { } doi)
            {
                return Of(new CitedWork { Doi = doi }, "doi");
            }
        }

        if (PmidForm().IsMatch(plain) && Pmid.Read(plain).Value is { } pmid)
        {
            return Of(new CitedWork { Kind = CitedKind.Article, Pmid = pmid }, "pmid");
        }

        if (NumberForm().IsMatch(plain))
        {
            // Thirteen or ten digits are an ISBN, eight an ISSN; a label decides where there is one.
            if (!IssnLabel().IsMatch(plain) && Isbn.Read(plain).Value is { } isbn)
            {
                return Of(new CitedWork { Kind = CitedKind.Book, Isbn = isbn }, "isbn");
            }

            return !IsbnLabel().IsMatch(plain) && Issn.Read(plain).Value is { } issn
                ? Of(new CitedWork { Kind = CitedKind.Journal, Issns = [issn] }, "issn")
                : null;
        }

        return Address().IsMatch(plain) ? OfAddress(typed, plain) : null;

        PastedCitation Of(CitedWork work, string field) => new(
            typed, Address().IsMatch(plain) ? PastedForm.Address : PastedForm.Number, work, new Dictionary<string, string> { [field] = typed });
    }

    /// <summary>The DOI, or another number, within the address of a page; the address alone says nothing that could be looked up.</summary>
    private static PastedCitation? OfAddress(string typed, string plain)
    {
        var address = Uri.UnescapeDataString(plain);
        var doi = DoiInAddress().Match(address) is { Success: true } match ? Doi.Read(match.Groups[1].Value).Value : null;
        var isbn = doi is null && IsbnInAddress().Match(address) is { Success: true } book ? Isbn.Read(book.Groups[1].Value).Value : null;
        var fields = new Dictionary<string, string> { [doi is not null ? "doi" : isbn is not null ? "isbn" : "address"] = typed };
        return new PastedCitation(
            typed, PastedForm.Address, new CitedWork { Doi = doi, Isbn = isbn, Kind = isbn is not null ? CitedKind.Book : CitedKind.Unknown }, fields);
    }

    [GeneratedRegex(@"^\S+$")]
    private static partial Regex IsOneWord();

    [GeneratedRegex(@"^doi\b[^a-z]{0,4}10\.[0-9]{4,9}/\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex DoiLabel();

    [GeneratedRegex(@"^(?:(?:info:)?pmid[ :/#.]*[0-9]{1,8}|[1-9][0-9]{3,7}|(?:https?://)?(?:(?:www\.)?pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/[0-9]+\S*)[.,;]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"^(?:(?:e-?|p-?)?is[bs]n(?:[- ]?1[03])?(?: ?\((?:print|online|e?book|e?pub|pdf)\))?[ :.]*)?[0-9][0-9 .-]{6,20}[0-9x](?: ?\([^)]{0,40}\))?[.,;]?$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberForm();

    [GeneratedRegex("issn", RegexOptions.IgnoreCase)]
    private static partial Regex IssnLabel();

    [GeneratedRegex("isbn", RegexOptions.IgnoreCase)]
    private static partial Regex IsbnLabel();

    [GeneratedRegex(@"^(?:https?://|www\.)\S+$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:^|[/=:])(10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s?#&]+?)(?:/(?:full|abstract|pdf|epdf|epub|html|meta|summary|fulltext|references)/?)?(?:\.pdf)?(?:[?#&].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex DoiInAddress();

    [GeneratedRegex(@"(?:isbn[=/:]?|/(?:dp|books?|title)/)((?:97[89][- ]?)?[0-9][0-9-]{8,14}[0-9x])", RegexOptions.IgnoreCase)]
    private static partial Regex IsbnInAddress();

    [GeneratedRegex(@"[;,]\s|\s(?=10\.|https?://|doi:|pmid:|isbn|issn)|\s*[|]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\S[;,|\s]\s*\S")]
    private static partial Regex Separated();
}
