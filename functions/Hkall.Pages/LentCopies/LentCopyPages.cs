using Hkall.Domain.Lending;
using Hkall.Pages.Downloads;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Scans;
using Hkall.Service.Storage;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.LentCopies;

/// <summary>The page behind the link in a mail to a borrowing library. Opening it does not count as a download, because mail scanners open links.</summary>
internal static class LentCopyPages
{
    public static void MapLentCopyPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup().WithMetadata(new GuessableAttribute());
        pages.MapMethods(
            "/lending/files/{token}", PageRoutes.Reading,
            async (
                string token, DownloadTokens tokens, RequestStore<LendingRequest, LendingEvent> store, PartnerDirectory directory,
                CancellationToken cancellation) =>
            await LentCopyDownloads.CardOfAsync(token, tokens, store, directory, cancellation) is { } stored
                ? PageRoutes.Page<LentCopyPage>(new { Token = token, stored.Request })
                : PageRoutes.Page<NoSuchDownloadPage>(status: StatusCodes.Status404NotFound));
        pages.MapPost("/lending/files/{token}", (
            HttpContext context, string token, DownloadTokens tokens, RequestStore<LendingRequest, LendingEvent> store, PartnerDirectory directory,
            LendingRequestProcessor processor, IBlobs blobs, IFileScanner scanner, StampedCopies copies,
            PolicyInForce policy, CancellationToken cancellation) =>
            LentCopyDownloads.TakeAsync(context, token, tokens, store, directory, processor, blobs, scanner, copies, policy, cancellation));
    }
}
