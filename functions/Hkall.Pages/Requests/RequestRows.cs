using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Slips;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Requests;

/// <summary>Makes the rows of My Requests and of the first page, each with what the patron can do at once.</summary>
internal sealed class RequestRows(MyRequestsService mine, PatronRequestProcessor processor, PatronStandings standings, LibraryNames libraries)
{
    /// <summary>The most open requests that one page shows; no quota allows as many.</summary>
    public const int MostOpen = 500;

    public DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);

    /// <param name="open">Only open requests, only closed ones, or null for both.</param>
    public async Task<(IReadOnlyList<RequestRow> Rows, string? Next)> ListAsync(HttpContext context, bool? open, int limit, string? after)
    {
        var (stored, next) = await mine.ListAsync(context.Patron(), open, limit, after, context.RequestAborted);
        return (await OfAsync(context, stored), next);
    }

    /// <summary>The row of one request, for the message after an action on it; null if the patron has no such request.</summary>
    public async Task<PatronRequest?> FindAsync(HttpContext context, string? id) =>
        id is not null && await mine.FindAsync(context.Patron(), id, context.RequestAborted) is { } stored ? stored.Request : null;

    private async Task<IReadOnlyList<RequestRow>> OfAsync(HttpContext context, IReadOnlyList<VersionedRequest<PatronRequest>> list)
    {
        var names = await libraries.InAsync(Visit.Of(context).Language, context.RequestAborted);
        var (book, now) = (processor.Book, processor.Now);
        var blocked = await standings.RenewalBlockAsync(context.Patron(), [.. list.Select(stored => stored.Request)], context.RequestAborted);
        return
        [
            .. list.Select(stored => new RequestRow(
                names.Of(stored.Request),
                RequestVersion.Of(stored),
                RequestViews.ActionsOf(stored.Request, book, now, blocked),
                Renewal.Of(stored.Request, now, book, blocked),
                PickupCodeOf(stored.Request, context.Patron()))),
        ];
    }

    /// <summary>The code on the slip of an item that waits at the counter; null elsewhere.</summary>
    public static string? PickupCodeOf(PatronRequest request, Patron patron) =>
        request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse ? PickupCode.Of(request, patron.Person) : null;
}
