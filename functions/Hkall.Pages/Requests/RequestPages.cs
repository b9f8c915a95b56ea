using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Requests;

/// <summary>My Requests, and the page of one request.</summary>
internal static class RequestPages
{
    private const int OnAPage = 20;

    public static void MapRequestPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/requests", PageRoutes.Reading, ListAsync);
        pages.MapMethods("/requests/{id}", PageRoutes.Reading, ShowAsync);
        pages.MapActingPages();
    }

    private static async Task<IResult> ListAsync(HttpContext context, RequestRows list, PolicyInForce policy)
    {
        var query = PageForm.Query(context);
        var show = query["show"] is "closed" or "all" ? query["show"]! : "open";
        var wanted = query["q"]?.Trim() is { Length: <= 200 } words ? words : null;
        var after = query["after"] is { } cursor && RequestIds.IsWellFormed(cursor) ? cursor : null;
        bool? open = show switch { "open" => true, "closed" => false, _ => null };

        // All open requests are on one page, so that patrons need not page through requests that wait for them.
        var (rows, next) = await list.ListAsync(context, open, show == "open" || wanted is not null ? RequestRows.MostOpen : OnAPage, after);
        var language = Visit.Of(context).Language;
        return PageRoutes.Page<RequestsPage>(new Dictionary<string, object?>
        {
            ["Rows"] = (IReadOnlyList<RequestRow>)[.. rows.Where(row => wanted is null || Fits(row.Request, wanted))],
            ["Today"] = list.Today,
            ["Hours"] = policy.Document.Library.CounterHoursIn(language),
            ["Told"] = await ToldAsync(context, list, query),
            ["Renewed"] = RenewedWords.Of(query, rows, language),
            ["Show"] = show,
            ["Query"] = wanted,
            ["Next"] = wanted is null ? next : null,
        });
    }

    /// <summary>What was just done with one request, as the page of a list says it.</summary>
    internal static async Task<string?> ToldAsync(HttpContext context, RequestRows list, PageForm query) =>
        query["told"] is { } told && await list.FindAsync(context, query["about"]) is { } about
        && DoneWords.Of(told, about, Visit.Of(context).Language) is { } done
            ? $"{Titles.Of(about, Visit.Of(context).Language)}{Visit.Of(context).Language.Colon()}{done}"
            : null;

    private static Task<IResult> ShowAsync(HttpContext context, string id, OwnRequestView view) =>
        view.ShowAsync(context, id, told: PageForm.Query(context)["told"]);

    private static bool Fits(PatronRequest request, string words)
    {
        var item = request.Item;
        var text = $"{item.Title} {item.Author} {item.ArticleTitle} {item.ChapterTitle} {item.ArticleAuthor} {item.Isbn} {request.Id}";
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
