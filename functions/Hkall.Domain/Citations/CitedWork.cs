namespace Hkall.Domain.Citations;

/// <summary>What a citation is of, as far as it says.</summary>
public enum CitedKind
{
    /// <summary>It does not say: a title without anything else, or a number that may be of either.</summary>
    Unknown,
    Book,
    Chapter,
    Article,
    Journal,
}

/// <summary>
/// A work as a citation, or a source of citations, describes it. Numbers have their plain form (<see cref="Isbn"/>, <see cref="Issn"/>,
/// <see cref="Doi"/>); volume, issue and pages stand as written.
/// </summary>
public sealed record CitedWork
{
    public CitedKind Kind { get; init; }

    /// <summary>The title of the work itself: the article, the chapter, the book or the journal.</summary>
    public string? Title { get; init; }

    /// <summary>The journal of an article, or the book of a chapter.</summary>
    public string? Container { get; init; }

    /// <summary>The names as written, the first author first.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The editors of the book that a chapter is in.</summary>
    public IReadOnlyList<string> Editors { get; init; } = [];

    public int? Year { get; init; }

    public string? Volume { get; init; }

    public string? Issue { get; init; }

    public string? Pages { get; init; }

    public string? Publisher { get; init; }

    public string? Edition { get; init; }

    public string? Isbn { get; init; }

    /// <summary>The ISSNs of the journal, in print and online: each names the same journal.</summary>
    public IReadOnlyList<string> Issns { get; init; } = [];

    public string? Doi { get; init; }

    public string? Pmid { get; init; }

    public string? Arxiv { get; init; }

    /// <summary>The number of pages of a book.</summary>
    public int? TotalPages { get; init; }

    /// <summary>Whether there is a number that belongs to one work only.</summary>
    public bool IsNumbered => (Isbn ?? Doi ?? Pmid ?? Arxiv) is not null;

    public bool IsPart => Kind is CitedKind.Article or CitedKind.Chapter;

    /// <summary>Whether there is anything by which the work could be looked for.</summary>
    public bool SaysAnything => IsNumbered || Title is not null || Issns.Count > 0 || Container is not null;
}
