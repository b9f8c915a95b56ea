using Hkall.Requests;
using Hkall.Service.Inbox;
using Hkall.Service.MyRequests;
using Hkall.Service.Storage;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.StaffDesk;

/// <summary>A list of work and how many stand in it.</summary>
public sealed record WorklistCount(string Name, int Count);

/// <summary>The lists of the lending desk, and finding a request in them.</summary>
public static class WorklistEndpoints
{
    /// <summary>Parked messages are work too; they are no requests, so their list has rows of its own.</summary>
    public const string Parked = "parked";

    public static void MapWorklists(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("worklists", WorklistsAsync).Produces<Page<WorklistCount>>().WithName("Worklists").WithSummary("The lists of work and how many stand in each.");
        staff.MapGet("worklists/{name}", WorklistAsync).Produces<Page<StaffRow>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("Worklist").WithSummary("One list of work, the most urgent first. The list named parked is that of GET /api/staff/parked.");
        staff.MapGet("requests", SearchAsync).Produces<Page<StaffRow>>().ProducesProblem(400)
            .WithName("StaffSearch").WithSummary("Open requests by id, title, author, ISBN, patron or supplier; a closed one by its id.");
    }

    private static async Task<IResult> WorklistsAsync(OpenRequests open, ParkedMessages parked, CancellationToken cancellation)
    {
        var all = await open.AllAsync(cancellation);
        return Results.Json(
            new Page<WorklistCount>(
                [
                    .. Worklists.ByName.Select(list => new WorklistCount(list.Key, all.Count(list.Value))),
                    new WorklistCount(Parked, (await parked.ListAsync(RowLimits.RowsPerPage, cancellation)).Count),
                ],
                null),
            Answers.Options);
    }

    private static async Task<IResult> WorklistAsync(
        string name, string? limit, string? after, OpenRequests open, ParkedMessages parked, CancellationToken cancellation)
    {
        if (name == Parked)
        {
            return await ParkedEndpoints.ListAsync(limit, after, parked, cancellation);
        }

        return Worklists.ByName.TryGetValue(name, out var belongs)
            ? PageOf((await open.AllAsync(cancellation)).Where(belongs), limit, after)
            : Problems.NotFound();
    }

    private static async Task<IResult> SearchAsync(string? q, string? limit, string? after, OpenRequests open, Cabinet cabinet, CancellationToken cancellation)
    {
        var words = q?.Trim() ?? string.Empty;
        if (words.Length > Placing.Limits.Identifier)
        {
            throw BadInputException.Field("q", "too-long", $"At most {Placing.Limits.Identifier} characters.");
        }

        if (RequestIds.IsWellFormed(words))
        {
            return PageOf(await cabinet.ReadAsync(words, cancellation) is { } card ? [card.Request] : [], limit, after);
        }

        return PageOf((await open.AllAsync(cancellation)).Where(request => Matches(request, words)), limit, after);
    }

    private static bool Matches(Request request, string words) =>
        new[] { request.Id, request.Item.Title, request.Item.Author, request.Item.ArticleTitle, request.Item.ChapterTitle, request.Item.Isbn, request.Supplier?.Symbol, request.PatronId }
            .Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    private static IResult PageOf(IEnumerable<Request> requests, string? limit, string? after) =>
        Results.Json(Pages.Of(requests, request => (request.Deadline?.At ?? request.ClosedAt ?? request.PlacedAt, request.Id), StaffRow.Of, limit, after), Answers.Options);
}
