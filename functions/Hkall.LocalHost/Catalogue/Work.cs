namespace Hkall.LocalHost.Catalogue;

/// <summary>A book, an article or a chapter in the sample catalogue, described as <see cref="Domain.Model.Item"/> is.</summary>
/// <param name="Kind"><c>book</c>, <c>article</c> or <c>chapter</c>.</param>
/// <param name="HeldBy">Symbols of the libraries that hold it; <see cref="SampleCatalogue.OurSymbol"/> is our own.</param>
public sealed record Work(string Kind, string Title, IReadOnlyList<string> HeldBy)
{
    public string? Author { get; init; }

    public string? Isbn { get; init; }

    public string? Issn { get; init; }

    public string? Doi { get; init; }

    public string? Publisher { get; init; }

    public int? Year { get; init; }

    public string? Edition { get; init; }

    public string? Volume { get; init; }

    public string? Issue { get; init; }

    public string? ChapterTitle { get; init; }

    public string? ArticleTitle { get; init; }

    public string? ArticleAuthor { get; init; }

    public string? Pages { get; init; }

    public int? TotalPages { get; init; }

    public string? OclcNumber { get; init; }

    public string? Language { get; init; }
}
