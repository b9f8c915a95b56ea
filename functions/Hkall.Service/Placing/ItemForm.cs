using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Placing;

/// <summary>The item as the client sends it.</summary>
public sealed record ItemForm
{
    public string? Title { get; init; }

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

    public string? Source { get; init; }

    /// <summary>Normalises the item. Errors of form go to <paramref name="fields"/>; errors of the item itself are returned with it.</summary>
    /// <param name="prefix">The path of the item in the body; empty if the item is the body.</param>
    public CheckedItem Check(Fields fields, ServiceType service, string prefix = "item.")
    {
        var wrong = new Fields();
        var item = new Item
        {
            Title = fields.Text(prefix + "title", Title, Limits.Title) ?? string.Empty,
            Author = fields.Text(prefix + "author", Author, Limits.Name),
            Isbn = Identifier(prefix + "isbn", Isbn, Domain.Citations.Isbn.Read, UnreadNumber.Isbn),
            Issn = Identifier(prefix + "issn", Issn, Domain.Citations.Issn.Read, UnreadNumber.Issn),
            Doi = Identifier(prefix + "doi", Doi, Domain.Citations.Doi.Read, UnreadNumber.Doi),
            Publisher = fields.Text(prefix + "publisher", Publisher, Limits.Name),
            Year = fields.Number(prefix + "year", Year, 1000, 2999),
            Edition = fields.Text(prefix + "edition", Edition, Limits.Short),
            Volume = fields.Text(prefix + "volume", Volume, Limits.Short),
            Issue = fields.Text(prefix + "issue", Issue, Limits.Short),
            ChapterTitle = fields.Text(prefix + "chapterTitle", ChapterTitle, Limits.Title),
            ArticleTitle = fields.Text(prefix + "articleTitle", ArticleTitle, Limits.Title),
            ArticleAuthor = fields.Text(prefix + "articleAuthor", ArticleAuthor, Limits.Name),
            Pages = fields.Text(prefix + "pages", Pages, Limits.Short),
            TotalPages = fields.Number(prefix + "totalPages", TotalPages, 1, 100_000),
            OclcNumber = fields.Text(prefix + "oclcNumber", OclcNumber, Limits.Short) is { } record
                ? Domain.Citations.OclcNumber.Read(record).Value ?? record
                : null,
            Source = fields.Text(prefix + "source", Source, Limits.Identifier),
        };
        RequireEnough(item, service, wrong, prefix);
        if (StoredJson.Write(item).Length > Limits.StoredItem)
        {
            fields.Fault(prefix.TrimEnd('.') is { Length: > 0 } name ? name : "title", "too-long", "The texts of the item are too long together.");
        }

        return new CheckedItem(item, wrong);

        string? Identifier(string field, string? text, Func<string, Reading<string>> read, Func<Reading<string>, Text> why)
        {
            if (fields.Text(field, text, Limits.Identifier) is not { } given)
            {
                return null;
            }

            var number = read(given);
            if (!number.IsRead)
            {
                wrong.Fault(field, "invalid-item", why(number));
            }

            return number.Value;
        }
    }

    /// <summary>Requires what a library needs to find the item: without it a request comes back unfilled, for example for want of a page number.</summary>
    private void RequireEnough(Item item, ServiceType service, Fields wrong, string prefix)
    {
        if (item.Title.Length == 0)
        {
            wrong.Fault(prefix + "title", "invalid-item", "The title is needed.");
        }

        switch (service)
        {
            // A patron who mistyped an ISBN did give one: asking for an author as well would mislead them.
            case ServiceType.Loan when string.IsNullOrWhiteSpace(Isbn) && item is { Author: null, OclcNumber: null }:
                wrong.Fault(prefix + "author", "invalid-item", "An author, an ISBN or an OCLC number is needed to find the right book.");
                break;
            case ServiceType.Copy when item is { ArticleTitle: null, ChapterTitle: null, Pages: null }:
                wrong.Fault(prefix + "articleTitle", "invalid-item", "The title of the article or chapter, or its pages, are needed.");
                break;
        }
    }
}

/// <summary>An item and its errors.</summary>
public sealed record CheckedItem(Item Item, Fields Wrong)
{
    public bool IsIncomplete => Wrong.HasFaults;

    /// <exception cref="BadInputException">422 <c>invalid-item</c>, with the fields.</exception>
    public void ThrowIfIncomplete() => Wrong.ThrowIfAny(StatusCodes.Status422UnprocessableEntity);
}
