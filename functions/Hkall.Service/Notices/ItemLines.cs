using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>An item in full, line by line, so that a person can find it on a shelf: the whole work as well as the part that is asked for.</summary>
public static class ItemLines
{
    public static IReadOnlyList<(string Name, string Value)> Of(Item item, NoticeLanguage language) =>
    [
        .. Line(language.Say("Article"), item.ArticleTitle),
        .. Line(language.Say("Chapter"), item.ChapterTitle),
        .. Line(item.ArticleTitle is null ? language.Say("Author of the chapter") : language.Say("Author of the article"), item.ArticleAuthor),
        .. Line(TitleOf(item, language), item.Title),
        .. Line(language.Say("Author"), item.Author),
        .. Line(language.Say("Edition"), item.Edition),
        .. Line(language.Say("Publisher"), item.Publisher),
        .. Line(language.Say("Year"), item.Year?.ToString(CultureInfo.InvariantCulture)),
        .. Line(language.Say("Volume"), item.Volume),
        .. Line(language.Say("Issue"), item.Issue),
        .. Line(language.Say("Pages"), item.Pages),
        .. Line("ISBN", item.Isbn),
        .. Line("ISSN", item.Issn),
        .. Line("DOI", item.Doi),
        .. Line(language.Say("OCLC number"), item.OclcNumber),
    ];

    private static string TitleOf(Item item, NoticeLanguage language) => item switch
    {
        { ArticleTitle: not null } or { Issn: not null } => language.Say("Journal"),
        { ChapterTitle: not null } or { Isbn: not null } => language.Say("Book"),
        _ => language.Say("Title"),
    };

    private static IEnumerable<(string, string)> Line(string name, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [(name, value)];
}
