using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Renewing;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Requests;

/// <summary>My Requests, the page of one request, and the patron's actions on it.</summary>
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

        // The address a form posts to: a person who returns to it by going back, or from the sign-in, sees the request.
        pages.MapMethods("/requests/{id}/{action}", PageRoutes.Reading, (string id) => PageRoutes.Then(PageLinks.Request(id)));
        pages.MapPost("/requests/{id}/cancel", (HttpContext context, string id, RequestActions actions) =>
            actions.DoAsync(context, id, _ => new CancelRequest(Who.Patron), "cancelled"));
        pages.MapPost("/requests/{id}/renew", (HttpContext context, string id, RequestActions actions) =>
            actions.DoAsync(context, id, _ => new RenewLoan(), "renewal-asked"));
        pages.MapPost("/requests/{id}/declaration", (HttpContext context, string id, RequestActions actions) =>
            actions.SignAsync(context, id, "declared"));
        pages.MapPost("/requests/{id}/cost-decision", (HttpContext context, string id, RequestActions actions) =>
            actions.DoAsync(context, id, actions.CostDecision, "decided"));
        pages.MapPost("/requests/{id}/offer-decision", (HttpContext context, string id, RequestActions actions, OfferService offers) => actions.DecideOfferAsync(context, id, offers));
        pages.MapPost("/requests/{id}/office-delivery", (HttpContext context, string id, RequestActions actions) =>
            actions.DoAsync(context, id, form => new ChooseOffice(OfficeOf(form)), "office-chosen"));
        pages.MapPost("/requests/{id}/report-scan", (HttpContext context, string id, RequestActions actions) =>
            actions.DoAsync(context, id, form => new ReportScan(ScanFaultFields.Read(form), Who.Patron), "scan-reported"));
        pages.MapPost("/requests/{id}/download", (HttpContext context, string id, MyRequestsService mine, PatronRequestProcessor desk, IBlobs blobs, CancellationToken cancellation) =>
            DownloadEndpoints.OwnAsync(context, id, mine, desk, blobs, cancellation));
    }

    private static async Task<IResult> ListAsync(HttpContext context, MyRequestsService mine, LibraryNames libraries, CancellationToken cancellation)
    {
        var query = PageForm.Query(context);
        var show = query["show"] is "closed" or "all" ? query["show"]! : "open";
        var wanted = query["q"]?.Trim() is { Length: <= 200 } words ? words : null;
        var after = query["after"] is { } cursor && RequestIds.IsWellFormed(cursor) ? cursor : null;
        bool? open = show switch { "open" => true, "closed" => false, _ => null };

        // All open requests are on one page, so that patrons need not page through requests that wait for them.
        var (storedRequests, next) = await mine.ListAsync(context.Patron(), open, show == "open" || wanted is not null ? Searched : OnAPage, after, cancellation);
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

    private static Task<IResult> ShowAsync(HttpContext context, string id, RequestActions actions) =>
        actions.ShowAsync(context, id, told: PageForm.Query(context)["told"]);

    /// <summary>Requests that wait for the patron first, then those in progress, then closed ones; within these in the order of the list.</summary>
    private static int Urgency(PatronRequest request) => request.Status switch
    {
        RequestStatus.Recalled or RequestStatus.Overdue => 0,
        RequestStatus.InReview when request.Offer is not null => 1,
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.ReadyToDownload => 1,
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

    private static string OfficeOf(PageForm form)
    {
        var fields = new Fields();
        var office = fields.Text("office", form["office"], Limits.Identifier);
        if (office is null)
        {
            fields.Fault("office", "missing-member", "The name of the office.");
        }

        fields.ThrowIfAny();
        return office!;
    }
}
