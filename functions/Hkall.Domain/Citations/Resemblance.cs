using System.Globalization;

namespace Hkall.Domain.Citations;

/// <summary>
/// Compares a citation with what a source found for it. The rule: a number that belongs to one work makes it that work, unless the
/// titles are clearly of two; without one, the titles must be nearly the same, and something else must agree.
/// </summary>
public static class Resemblance
{
    /// <summary>Below this, a number belongs to another work than the title beside it.</summary>
    private const double SameNumber = 0.5;

    /// <summary>At this, two titles are of one work if anything else agrees.</summary>
    private const double SameTitle = 0.85;

    /// <summary>A title alone, with nothing else to compare.</summary>
    private const double OnlyTitle = 0.95;

    /// <returns>Null if it is another work.</returns>
    public static Sureness? Of(CitedWork typed, CitedWork found)
    {
        var titles = TitleLikeness(typed.Title, found.Title);
        if (SharesNumber(typed, found))
        {
            return titles is null or >= SameNumber ? Sureness.Exact : null;
        }

        if (typed is { Kind: CitedKind.Journal, Issns.Count: > 0 })
        {
            return typed.Issns.Intersect(found.Issns).Any() ? Sureness.Exact : null;
        }

        var authors = Authors(typed, found);
        var years = typed.Year is null || found.Year is null ? Sameness.Unknown : typed.Year == found.Year ? Sameness.Same : Sameness.Different;
        var (journals, place) = (Containers(typed, found), Place(typed, found));
        if (authors == Sameness.Different)
        {
            return null;
        }

        if (titles is null)
        {
            return journals == Sameness.Same && place == Sameness.Same && years != Sameness.Different ? Sureness.Close : null;
        }

        Sameness[] others = [authors, years, journals, place];
        return titles >= SameTitle && others.Contains(Sameness.Same) ? Sureness.Close
            : titles >= OnlyTitle && others.All(other => other == Sameness.Unknown) ? Sureness.Close
            : null;
    }

    /// <summary>The fields that both have and in which they differ.</summary>
    public static IReadOnlyList<CitationDifference> Differences(CitedWork typed, CitedWork found)
    {
        List<CitationDifference> differences = [];
        Compare("title", typed.Title, found.Title, (one, other) => TitleLikeness(one, other) >= OnlyTitle);
        Compare("container", typed.Container, found.Container, (_, _) => Containers(typed, found) != Sameness.Different);
        Compare("author", typed.Authors.FirstOrDefault(), found.Authors.FirstOrDefault(), (_, _) => Authors(typed, found) != Sameness.Different);
        Compare("year", Number(typed.Year), Number(found.Year), (one, other) => one == other);
        var (here, there) = (Numbering.Read(typed.Volume, typed.Issue), Numbering.Read(found.Volume, found.Issue));
        Compare("volume", here.Volume, there.Volume, (one, other) => Numbering.Compare(one, other) != Sameness.Different);
        Compare("issue", here.Issue, there.Issue, (one, other) => Numbering.Compare(one, other) != Sameness.Different);
        Compare("pages", typed.Pages, found.Pages, (one, other) => FirstPage(one) is not { } a || FirstPage(other) is not { } b || a == b);
        Compare("isbn", typed.Isbn, found.Isbn, (one, other) => one == other);
        Compare("issn", typed.Issns.FirstOrDefault(), found.Issns.FirstOrDefault(), (_, _) => typed.Issns.Intersect(found.Issns).Any());
        Compare("doi", typed.Doi, found.Doi, (one, other) => one == other);
        return differences;

        void Compare(string field, string? one, string? other, Func<string, string, bool> agree)
        {
            if (one is { Length: > 0 } && other is { Length: > 0 } && !agree(one, other))
            {
                differences.Add(new CitationDifference(field, one, other));
            }
        }
    }

    /// <summary>What was found, and what was typed where the source says nothing.</summary>
    public static CitedWork Completed(CitedWork typed, CitedWork found) => found with
    {
        Kind = found.Kind == CitedKind.Unknown ? typed.Kind : found.Kind,
        Title = found.Title ?? typed.Title,
        Container = found.Container ?? typed.Container,
        Authors = found.Authors.Count > 0 ? found.Authors : typed.Authors,
        Editors = found.Editors.Count > 0 ? found.Editors : typed.Editors,
        Year = found.Year ?? typed.Year,
        Volume = found.Volume ?? typed.Volume,
        Issue = found.Issue ?? typed.Issue,
        Pages = found.Pages ?? typed.Pages,
        Publisher = found.Publisher ?? typed.Publisher,
        Edition = found.Edition ?? typed.Edition,
        Isbn = typed.Isbn is not null && found.Isbn is null ? typed.Isbn : found.Isbn,
        Issns = found.Issns.Count > 0 ? found.Issns : typed.Issns,
        Doi = found.Doi ?? typed.Doi,
        Pmid = found.Pmid ?? typed.Pmid,
        Arxiv = found.Arxiv ?? typed.Arxiv,
        TotalPages = found.TotalPages ?? typed.TotalPages,
    };

    /// <summary>From 0 to 1, by the pairs of letters that both titles have; null if one has no title.</summary>
    public static double? TitleLikeness(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return null;
        }

        var (a, b) = (PlainForm.Title(one), PlainForm.Title(other));
        if (a == b || PlainForm.MainTitle(one) == b || PlainForm.MainTitle(other) == a)
        {
            return 1;
        }

        var (pairs, others) = (Pairs(a), Pairs(b));
        var total = pairs.Values.Sum() + others.Values.Sum();
        return total == 0 ? 0 : 2.0 * pairs.Sum(pair => Math.Min(pair.Value, others.GetValueOrDefault(pair.Key))) / total;
    }

    private static Dictionary<string, int> Pairs(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).CountBy(pair => pair).ToDictionary();

    private static bool SharesNumber(CitedWork one, CitedWork other) =>
        (one.Doi is not null && one.Doi == other.Doi)
        || (one.Pmid is not null && one.Pmid == other.Pmid)
        || (one.Arxiv is not null && one.Arxiv == other.Arxiv)
        || (one.Isbn is not null && one.Isbn == other.Isbn && one.Kind != CitedKind.Chapter);

    private static Sameness Authors(CitedWork one, CitedWork other)
    {
        if (one.Authors.Count == 0 || other.Authors.Count == 0)
        {
            return Sameness.Unknown;
        }

        var names = other.Authors.Concat(other.Editors).SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        return one.Authors.SelectMany(Words).Any(names.Contains) ? Sameness.Same
            : one.Authors.Any(IsLatin) == other.Authors.Any(IsLatin) ? Sameness.Different

            // The same person in two scripts cannot be compared.
            : Sameness.Unknown;
    }

    private static bool IsLatin(string name) => name.Any(char.IsAsciiLetter);

    private static IEnumerable<string> Words(string name) => PlainForm.Words(PlainText.Of(name).ToLowerInvariant()).Where(word => word.Length > 1);

    private static Sameness Containers(CitedWork one, CitedWork other)
    {
        if (one.Issns.Intersect(other.Issns).Any())
        {
            return Sameness.Same;
        }

        return one.Container is null || other.Container is null ? Sameness.Unknown
            : TitleLikeness(one.Container, other.Container) >= SameTitle
                || Likeness.Abbreviates(one.Container, other.Container) || Likeness.Abbreviates(other.Container, one.Container) ? Sameness.Same
            : Sameness.Different;
    }

    /// <summary>The volume and the first page.</summary>
    private static Sameness Place(CitedWork one, CitedWork other)
    {
        var volumes = Numbering.Compare(Numbering.Read(one.Volume, one.Issue).Volume, Numbering.Read(other.Volume, other.Issue).Volume);
        return one.Pages is null || other.Pages is null || FirstPage(one.Pages) is not { } a || FirstPage(other.Pages) is not { } b ? Sameness.Unknown
            : a != b || volumes == Sameness.Different ? Sameness.Different
            : volumes;
    }

    private static string? FirstPage(string pages) => PageStatement.Read(pages).Value?.First;

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
