using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.Extensions.Primitives;

namespace Hkall.Pages.Placing;

/// <summary>Converts an item to the fields of a form, and back. The field names are those of the API's members.</summary>
internal static class ItemFormFields
{
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(ItemForm item) =>
        new (string Name, string? Value)[]
        {
            ("title", item.Title), ("author", item.Author), ("isbn", item.Isbn), ("issn", item.Issn), ("doi", item.Doi), ("publisher", item.Publisher),
            ("year", Text(item.Year)), ("edition", item.Edition), ("volume", item.Volume), ("issue", item.Issue), ("chapterTitle", item.ChapterTitle),
            ("articleTitle", item.ArticleTitle), ("articleAuthor", item.ArticleAuthor), ("pages", item.Pages), ("totalPages", Text(item.TotalPages)),
            ("oclcNumber", item.OclcNumber), ("source", item.Source),
        }.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value)));

    public static IEnumerable<KeyValuePair<string, StringValues>> Of(Item item) => Of(FormOf(item));

    public static ItemForm FormOf(Item item) => new()
    {
        Title = item.Title,
        Author = item.Author,
        Isbn = item.Isbn,
        Issn = item.Issn,
        Doi = item.Doi,
        Publisher = item.Publisher,
        Year = item.Year,
        Edition = item.Edition,
        Volume = item.Volume,
        Issue = item.Issue,
        ChapterTitle = item.ChapterTitle,
        ArticleTitle = item.ArticleTitle,
        ArticleAuthor = item.ArticleAuthor,
        Pages = item.Pages,
        TotalPages = item.TotalPages,
        OclcNumber = item.OclcNumber,
        Source = item.Source,
    };

    public static ItemForm Read(PageForm form, Fields faults) => new()
    {
        Title = form["title"],
        Author = form["author"],
        Isbn = form["isbn"],
        Issn = form["issn"],
        Doi = form["doi"],
        Publisher = form["publisher"],
        Year = form.Number("year", faults),
        Edition = form["edition"],
        Volume = form["volume"],
        Issue = form["issue"],
        ChapterTitle = form["chapterTitle"],
        ArticleTitle = form["articleTitle"],
        ArticleAuthor = form["articleAuthor"],
        Pages = form["pages"],
        TotalPages = form.Number("totalPages", faults),
        OclcNumber = form["oclcNumber"],
        Source = form["source"],
    };

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
