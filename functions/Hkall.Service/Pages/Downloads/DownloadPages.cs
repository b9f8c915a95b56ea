using Hkall.Service.Downloads;
using Hkall.Service.MyRequests;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Service.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages.Downloads;

/// <summary>The page behind the link in the mail. Opening it counts nothing: mail scanners open links. Only its button does, and it posts.</summary>
internal static class DownloadPages
{
    public static void MapDownloadPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup();
        pages.MapMethods("/downloads/{token}", PageRoutes.Reading, async (HttpContext context, string token, DownloadTokens tokens, Cabinet cabinet, RequestDesk desk, LibraryNames libraries, CancellationToken cancellation) =>
        {
            var card = tokens.RequestOf(token) is { } requestId ? await cabinet.ReadAsync(requestId, cancellation) : null;
            return card is null
                ? PageRoutes.Page<NoSuchDownloadPage>(status: StatusCodes.Status404NotFound)
                : PageRoutes.Page<DownloadPage>(new
                {
                    Token = token,
                    Request = (await libraries.InAsync(Visit.Of(context).Language, cancellation)).Of(card.Request),
                    Open = RequestViews.ActionsOf(card.Request, desk.Book, desk.Now).Contains("download"),
                });
        });
        pages.MapPost("/downloads/{token}", (HttpContext context, string token, DownloadTokens tokens, Cabinet cabinet, RequestDesk desk, IBlobs blobs, CancellationToken cancellation) =>
            DownloadEndpoints.ByLinkAsync(context, token, tokens, cabinet, desk, blobs, cancellation));
    }
}
