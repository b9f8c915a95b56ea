using Hkall.Requests;
using Hkall.Requests.Downloading;
using Hkall.Requests.Supplying;
using Hkall.Service.Inbox;
using Hkall.Service.MyRequests;
using Hkall.Service.Storage;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.StaffDesk;

/// <summary>The calls of the lending desk.</summary>
public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var staff = routes.MapGroup("/api/staff").RequireAuthorization(SignIn.StaffPolicy);
        staff.MapGet("worklists", WorklistsAsync).WithName("Worklists").WithSummary("The lists of work and how many stand in each.");
        staff.MapGet("worklists/{name}", WorklistAsync).Produces<Page<StaffRow>>().ProducesProblem(404).WithName("Worklist").WithSummary("One list of work, the most urgent first.");
        staff.MapGet("requests", SearchAsync).Produces<Page<StaffRow>>().WithName("StaffSearch").WithSummary("Open requests by id, title, author or supplier; a closed one by its id.");
        staff.MapGet("requests/{id}", GetAsync).Produces<StaffView>().ProducesProblem(404).WithName("StaffRequest").WithSummary("Everything about one request.");
        staff.MapPost("requests/{id}/edit", EditAsync).Accepts<EditForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffEdit").WithSummary("Completes the item of a request under review.");
        staff.MapPost("requests/{id}/{action}", ActAsync).Accepts<StaffForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409)
            .WithName("StaffAction").WithSummary("approve, reject, receive, check-out, check-in, send-back, condition-accept, condition-decline, lost, damaged, next-supplier, note, cancel.");
        staff.MapPut("requests/{id}/file", FileAsync).Produces<RequestView>().ProducesProblem(404).ProducesProblem(409)
            .WithName("StaffFile").WithSummary("A scan that came by other means.");
        staff.MapGet("parked", ParkedAsync).Produces<Page<ParkedMessage>>().WithName("Parked").WithSummary("Partner messages nobody could use.");
        staff.MapPost("parked/{id}/retry", RetryAsync).Produces(202).ProducesProblem(404).WithName("RetryParked").WithSummary("Puts a parked message on the queue again.");
    }

    private static async Task<IResult> WorklistsAsync(OpenRequests open, ParkedMessages parked, CancellationToken cancellation)
    {
        var all = await open.AllAsync(cancellation);
        var lists = Worklists.ByName.Select(list => new { name = list.Key, count = all.Count(list.Value) }).ToList();
        lists.Add(new { name = "parked", count = (await parked.ListAsync(RowLimits.RowsPerPage, cancellation)).Count });
        return Results.Json(new { items = lists, next = (string?)null });
    }

    private static async Task<IResult> WorklistAsync(string name, string? limit, string? after, OpenRequests open, CancellationToken cancellation) =>
        Worklists.ByName.TryGetValue(name, out var belongs)
            ? PageOf((await open.AllAsync(cancellation)).Where(belongs), limit, after)
            : Problems.NotFound();

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

    private static IResult PageOf(IEnumerable<Request> requests, string? limit, string? after)
    {
        var take = MyRequestsEndpoints.LimitOf(limit);
        var rest = after is null ? requests : requests.SkipWhile(request => request.Id != after).Skip(1);
        var page = rest.Take(take + 1).Select(StaffRow.Of).ToList();
        return Results.Json(page.Count > take ? new Page<StaffRow>(page[..take], page[take - 1].Id) : new Page<StaffRow>(page, null), Answers.Options);
    }

    private static async Task<IResult> GetAsync(string id, Cabinet cabinet, RequestDesk desk, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await cabinet.ReadAsync(id, cancellation) is not { } card)
        {
            return Problems.NotFound();
        }

        var journal = await cabinet.JournalAsync(card.Partition, id, cancellation);
        return Results.Json(new StaffView(RequestViews.Of(card.Request, desk.Book, desk.Now, journal), card.Request, journal), Answers.Options);
    }

    private static async Task<IResult> ActAsync(HttpContext context, string id, string action, RequestDesk desk, CancellationToken cancellation)
    {
        var body = await StrictJson.BytesAsync(context.Request, StrictJson.LargestBodyBytes, cancellation);
        var form = body.Length == 0 ? new StaffForm() : StrictJson.Read<StaffForm>(body);
        var staff = context.Patron();
        return StaffOrders.Of(action, form, staff.Id) is { } command && RequestIds.IsWellFormed(id)
            ? Answers.Of(context, desk, await desk.DoAsync(id, command, By.Staff(staff.Id), cancellation))
            : Problems.NotFound();
    }

    private static async Task<IResult> EditAsync(HttpContext context, string id, Editing editing, RequestDesk desk, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<EditForm>(context.Request, cancellation);
        return RequestIds.IsWellFormed(id)
            ? Answers.Of(context, desk, await editing.EditAsync(id, form, By.Staff(context.Patron().Id), cancellation))
            : Problems.NotFound();
    }

    private static async Task<IResult> FileAsync(HttpContext context, string id, Cabinet cabinet, RequestDesk desk, IBlobs blobs, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await cabinet.ReadAsync(id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PartnerEndpoints.LargestScanBytes;
        }

        var scanId = ScanIds.For(id, "staff", cabinet.NewCommitId());
        var stored = await blobs.WriteAsync(BlobContainer.Scans, scanId, context.Request.Body, PartnerEndpoints.LargestScanBytes, cancellation);
        var outcome = stored.Bytes == 0
            ? throw new BadInputException(StatusCodes.Status400BadRequest, "empty-file", "The file is empty.")
            : await desk.DoAsync(
                id,
                new SupplyScan(new Scan(scanId, $"{id}.pdf", ScanIds.ContentTypeOf(context.Request.ContentType), stored.Bytes, stored.Sha256)),
                By.Staff(context.Patron().Id),
                cancellation);
        if (outcome is not Done)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
        }

        return Answers.Of(context, desk, outcome);
    }

    private static async Task<IResult> ParkedAsync(string? limit, ParkedMessages parked, CancellationToken cancellation) =>
        Results.Json(new Page<ParkedMessage>(await parked.ListAsync(MyRequestsEndpoints.LimitOf(limit), cancellation), null), Answers.Options);

    private static async Task<IResult> RetryAsync(string id, ParkedMessages parked, IWaker waker, CancellationToken cancellation)
    {
        if (id.Length > 64 || !id.All(char.IsAsciiHexDigit) || !await parked.RetryAsync(id, cancellation))
        {
            return Problems.NotFound();
        }

        waker.MessageQueued();
        return Results.Accepted();
    }
}
