using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Downloads;

/// <summary>
/// The page behind the link in the mail. Opening it does not count as a download, because mail scanners open links. Only its
/// button counts, and it posts.
/// </summary>
internal static class DownloadPages
{
    public static void MapDownloadPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup().WithMetadata(new GuessableAttribute());
        pages.MapMethods(
            "/downloads/{token}", PageRoutes.Reading,
            async (HttpContext context,
                string token, DownloadTokens tokens, RequestStore<PatronRequest, RequestEvent> store, PatronRequestProcessor processor, LibraryNames libraries,
                CancellationToken cancellation) =>
        {
            var stored = tokens.RequestOf(token) is { } requestId ? await store.ReadAsync(requestId, cancellation) : null;
            return stored is null
                ? PageRoutes.Page<NoSuchDownloadPage>(status: StatusCodes.Status404NotFound)
                : PageRoutes.Page<DownloadPage>(new
                {
                    Token = token,
                    Request = (await libraries.InAsync(Visit.Of(context).Language, cancellation)).Of(stored.Request),
                    Open = RequestViews.ActionsOf(stored.Request, processor.Book, processor.Now, blocked: null).Contains("download"),
                });
        });
        pages.MapPost("/downloads/{token}", (
            HttpContext context,
            string token,
            DownloadTokens tokens,
            RequestStore<PatronRequest, RequestEvent> store,
            PatronRequestProcessor processor,
            FileGrants files,
            CancellationToken cancellation) =>
            DownloadEndpoints.ByLinkAsync(context, token, tokens, store, processor, files, cancellation));
    }
}
