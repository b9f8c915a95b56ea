using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>
/// The item that the patron asks for, as they or a catalogue describe it. Identifiers have their plain form (ISBN-13 without hyphens,
/// ISSN as <c>1234-567X</c>, DOI in lower case without a resolver's address).
/// </summary>
public sealed record Item
{
    /// <summary>The title of the book, or of the journal that contains the article.</summary>
    [Bibliographic]
    public required string Title { get; init; }

    [Bibliographic]
    public string? Author { get; init; }

    [Bibliographic]
    public string? Isbn { get; init; }

    [Bibliographic]
    public string? Issn { get; init; }

    [Bibliographic]
    public string? Doi { get; init; }

    [Bibliographic]
    public string? Publisher { get; init; }

    public int? Year { get; init; }

    [Bibliographic]
    public string? Edition { get; init; }

    [Bibliographic]
    public string? Volume { get; init; }

    [Bibliographic]
    public string? Issue { get; init; }

    [Bibliographic]
    public string? ChapterTitle { get; init; }

    [Bibliographic]
    public string? ArticleTitle { get; init; }

    [Bibliographic]
    public string? ArticleAuthor { get; init; }

    [Bibliographic]
    public string? Pages { get; init; }

    public int? TotalPages { get; init; }

    [Bibliographic]
    public string? OclcNumber { get; init; }

    /// <summary>The source of the citation: a catalogue, a database, a link resolver.</summary>
    [Bibliographic]
    public string? Source { get; init; }

    /// <summary>The most specific title: that of the chapter or article if there is one.</summary>
    [JsonIgnore]
    public string ShortTitle => ArticleTitle ?? ChapterTitle ?? Title;
}
