using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Requests;

/// <summary>My Requests, and the page of one request.</summary>
internal static class RequestPages
{
    private const int OnAPage = 20;

    /// <summary>How many of the newest requests a search covers; a patron with more finds the oldest by paging.</summary>
    private const int Searched = 500;

    public static void MapRequestPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/requests", PageRoutes.Reading, ListAsync);
        pages.MapMethods("/requests/{id}", PageRoutes.Reading, ShowAsync);
        pages.MapActingPages();
    }

    private static async Task<IResult> ListAsync(HttpContext context, MyRequestsService mine, LibraryNames libraries, CancellationToken cancellation)
    {
        var query = PageForm.Query(context);
        var show = query["show"] is "closed" or "all" ? query["show"]! : "open";
        var wanted = query["q"]?.Trim() is { Length: <= 200 } words ? words : null;
        var after = query["after"] is { } cursor && RequestIds.IsWellFormed(cursor) ? cursor : null;
        bool? open = show switch { "open" => true, "closed" => false, _ => null };

        // All open requests are on one page, so that patrons need not page through requests that wait for them.
        var (storedRequests, next) =
            await mine.ListAsync(context.Patron(), open, show == "open" || wanted is not null ? Searched : OnAPage, after, cancellation);
        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        var requests = storedRequests.Select(stored => names.Of(stored.Request)).Where(request => wanted is null || Fits(request, wanted)).ToList();
        return PageRoutes.Page<RequestsPage>(new
        {
            Requests = (IReadOnlyList<PatronRequest>)[.. requests.OrderBy(Urgency)],
            Show = show,
            Query = wanted,
            Next = wanted is null ? next : null,
        });
    }

    private static Task<IResult> ShowAsync(HttpContext context, string id, OwnRequestView view) =>
        view.ShowAsync(context, id, told: PageForm.Query(context)["told"]);

    /// <summary>Requests that wait for the patron first, then those in progress, then closed ones; within these in the order of the list.</summary>
    private static int Urgency(PatronRequest request) => request.Status switch
    {
        RequestStatus.Recalled or RequestStatus.Overdue => 0,
        RequestStatus.InReview when request.Offer is not null => 1,
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.ReadyForPickup or RequestStatus.LibraryUse
            or RequestStatus.ReadyToDownload => 1,
        RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.OutForDelivery or RequestStatus.OnLoan => 2,
        RequestStatus.Returning => 3,
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => 4,
    };

    private static bool Fits(PatronRequest request, string words)
    {
        var item = request.Item;
        var text = $"{item.Title} {item.Author} {item.ArticleTitle} {item.ChapterTitle} {item.ArticleAuthor} {item.Isbn} {request.Id}";
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
