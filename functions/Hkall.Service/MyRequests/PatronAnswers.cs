using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.MyRequests;

/// <summary>
/// Shows requests to their patron. It offers only the actions that the service would carry out, so it also looks at what blocks
/// the patron.
/// </summary>
public sealed class PatronAnswers(MyRequestsService mine, PatronRequestProcessor processor, PatronStandings standings)
{
    /// <summary>The answer to an action, with the timeline: a patron's page shows the result of the action.</summary>
    public async Task<IResult> OfAsync(HttpContext context, Outcome<PatronRequest> outcome, CancellationToken cancellation) => outcome switch
    {
        Done<PatronRequest>(var stored) => await RequestAsync(context, context.Patron(), stored, StatusCodes.Status200OK, cancellation),
        NoChange<PatronRequest>(var stored, _) => await RequestAsync(context, context.Patron(), stored, StatusCodes.Status200OK, cancellation),
        CommandRefused<PatronRequest>(var refusal, var why) => Problems.Of(refusal, why),
        ChangedSince<PatronRequest>(var stored) => Problems.ChangedSince(
            await ViewAsync(context, context.Patron(), stored, await mine.JournalAsync(stored, cancellation), cancellation)),
        OrderIdReused<PatronRequest> => Problems.KeyReused(),
        NoSuchRequest<PatronRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The result of placing a request, by the patron or for them.</summary>
    public async Task<IResult> OfAsync(HttpContext context, Patron patron, Placement placement, CancellationToken cancellation) => placement switch
    {
        Placement.Placed(var stored, var entry) => Created(
            await ShowAsync(context, patron, stored, [entry], StatusCodes.Status201Created, cancellation), stored),
        Placement.PlacedBefore(var stored) => Created(
            await RequestAsync(context, patron, stored, StatusCodes.Status201Created, cancellation), stored),
        Placement.TurnedDown(var refusal, var why) => Problems.Of(refusal, why),
        Placement.KeyReused => Problems.KeyReused(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The stored request with its timeline.</summary>
    public async Task<IResult> RequestAsync(
        HttpContext context, Patron patron, VersionedRequest<PatronRequest> stored, int status, CancellationToken cancellation) =>
        await ShowAsync(context, patron, stored, await mine.JournalAsync(stored, cancellation), status, cancellation);

    /// <summary>The rows of a list, without their timelines.</summary>
    public async Task<IReadOnlyList<RequestView>> RowsAsync(Patron patron, IReadOnlyList<VersionedRequest<PatronRequest>> list, CancellationToken cancellation)
    {
        var blocked = await standings.RenewalBlockAsync(patron, [.. list.Select(stored => stored.Request)], cancellation);
        return [.. list.Select(stored => RequestViews.Of(stored.Request, processor.Book, processor.Now, blocked))];
    }

    private async Task<IResult> ShowAsync(
        HttpContext context,
        Patron patron,
        VersionedRequest<PatronRequest> stored,
        IReadOnlyList<JournalEntry<RequestEvent>> journal,
        int status,
        CancellationToken cancellation) =>
        Results.Json(await ViewAsync(context, patron, stored, journal, cancellation), PagedJson.Options, statusCode: status);

    private async Task<RequestView> ViewAsync(
        HttpContext context,
        Patron patron,
        VersionedRequest<PatronRequest> stored,
        IReadOnlyList<JournalEntry<RequestEvent>> journal,
        CancellationToken cancellation)
    {
        context.Response.Headers.ETag = CallTerms.ETagOf(stored);
        var blocked = await standings.RenewalBlockAsync(patron, [stored.Request], cancellation);
        return RequestViews.Of(stored.Request, processor.Book, processor.Now, blocked, journal);
    }

    private static IResult Created(IResult result, VersionedRequest<PatronRequest> stored) => result.WithLocation($"/api/requests/{stored.Request.Id}");
}
