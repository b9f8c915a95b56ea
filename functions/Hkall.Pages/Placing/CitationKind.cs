using Hkall.Service.Placing;

namespace Hkall.Pages.Placing;

/// <summary>What somebody who types a citation has before them.</summary>
public enum CitationKind
{
    Book,
    Chapter,
    Article,
}

/// <summary>The kinds in the words of an OpenURL.</summary>
internal static class CitationKinds
{
    public static string Genre(CitationKind kind) => kind switch
    {
        CitationKind.Book => "book",
        CitationKind.Chapter => "bookitem",
        CitationKind.Article => "article",
    };

    /// <param name="genre">What the link says it is about; null if nothing.</param>
    public static CitationKind Of(ItemForm item, string? genre) => (item, genre) switch
    {
        ({ ArticleTitle: not null } or { Issn: not null, Isbn: null }, _) => CitationKind.Article,
        ({ ChapterTitle: not null }, _) => CitationKind.Chapter,
        (_, "article" or "journal" or "proceeding" or "preprint") => CitationKind.Article,
        (_, "bookitem") => CitationKind.Chapter,
        _ => CitationKind.Book,
    };

    /// <summary>The fields of the form for this kind, in order.</summary>
    public static IReadOnlyList<string> Fields(CitationKind kind) => kind switch
    {
        CitationKind.Book => ["title", "author", "isbn", "year", "edition", "volume", "publisher"],
        CitationKind.Chapter => ["chapterTitle", "author", "title", "isbn", "pages", "totalPages", "year", "volume"],
        CitationKind.Article => ["articleTitle", "author", "title", "issn", "volume", "issue", "pages", "year", "doi"],
    };
}
