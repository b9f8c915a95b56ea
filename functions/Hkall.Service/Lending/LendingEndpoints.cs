using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>The staff calls for lending.</summary>
public static class LendingEndpoints
{
    public static void MapLending(this IEndpointRouteBuilder routes)
    {
        var lending = routes.MapGroup("/api/staff/lending").RequireAuthorization(SignIn.StaffPolicy).NeedsRole(StaffRole.Lending);
        lending.MapPost("", KeyInAsync).AuditedAs(AuditAction.ActedOnLending, about: "key-in")
            .Accepts<LendingForm>("application/json").Produces<LendingView>(201).Produces<LendingView>().ProducesProblem(400).ProducesProblem(422)
            .WithName("KeyInLending").WithSummary("A request to lend that came by letter, call or visit. Keying in the same one again answers 200 with it.");
        lending.MapGet("", ListAsync).AuditedAs(AuditAction.Searched, about: "lending")
            .Produces<Page<LendingRow>>()
            .ProducesProblem(400).WithName("Lendings").WithSummary("Requests to lend, the newest first; state open, closed or all.");
        lending.MapGet("worklists", WorklistsAsync).AuditedAs(AuditAction.Listed, about: "lending-worklists")
            .Produces<Page<WorklistCount>>().WithName("LendingWorklists").WithSummary("The lists of work and how many stand in each.");
        lending.MapGet("worklists/{name}", WorklistAsync).AuditedAs(AuditAction.Listed, "name")
            .Produces<Page<LendingRow>>().ProducesProblem(400).ProducesProblem(404)
            .WithName("LendingWorklist").WithSummary("One list of work, the most urgent first unless sort says otherwise, with the total.");
        lending.MapGet("{id}", GetAsync).AuditedAs(AuditAction.LookedAtLending, "id")
            .Produces<LendingView>().ProducesProblem(404).WithName("Lending").WithSummary("Everything about one request to lend.");
        lending.MapPost("{id}/{action}", ActAsync).AuditedAs(AuditAction.ActedOnLending, "id").Accepts<LendingActionForm>(isOptional: true, "application/json")
            .Produces<LendingView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("LendingAction").WithSummary($"{string.Join(", ", LendingCommands.Names)}.");
        lending.MapLendingFile();
        lending.MapInvoices();
        routes.MapLentCopies();
        routes.MapBorrowerAnswers();
    }

    private static async Task<IResult> KeyInAsync(HttpContext context, ManualLendingRequests keying, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<LendingForm>(context.Request, cancellation);
        var (stored, isNew) = await keying.KeyInAsync(form, Actor.Staff(context.Patron().Id), cancellation);
        return Results.Json(LendingView.Of(stored.Request), PagedJson.Options, statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            .WithLocation($"/api/staff/lending/{stored.Request.Id}");
    }

    private static async Task<IResult> ListAsync(string? state, string? q, string? limit, string? after, OpenLendings lendings, CancellationToken cancellation)
    {
        bool? open = state switch
        {
            null or "open" => true,
            "closed" => false,
            "all" => null,
            _ => throw BadInputException.Field("state", "bad-query", "open, closed or all."),
        };
        var words = q?.Trim() ?? string.Empty;
        if (words.Length > Web.Limits.Identifier)
        {
            throw BadInputException.Field("q", "too-long", $"At most {Web.Limits.Identifier} characters.");
        }

        var found = (await lendings.SinceAsync(null, cancellation)).Where(request => (open is null || request.IsOpen == open) && Matches(request, words));
        return Results.Json(Paging.Of(found, request => (Inverted(request.AskedAt), request.Id), LendingRow.Of, limit, after), PagedJson.Options);
    }

    private static async Task<IResult> WorklistsAsync(OpenLendings lendings, CancellationToken cancellation) =>
        Results.Json(new Page<WorklistCount>(await lendings.CountsAsync(cancellation), null), PagedJson.Options);

    private static async Task<IResult> WorklistAsync(
        string name, string? limit, string? after, [AsParameters] LendingQuery query, OpenLendings lendings, CancellationToken cancellation) =>
        LendingWorklists.ByName.TryGetValue(name, out var belongs)
            ? Results.Json(query.PageOf([.. (await lendings.StandingAsync(cancellation)).Where(belongs)], limit, after), PagedJson.Options)
            : Problems.NotFound();

    private static async Task<IResult> GetAsync(
        HttpContext context, string id, RequestStore<LendingRequest, LendingEvent> store, CancellationToken cancellation) =>
        await FindAsync(id, store, cancellation) is { } stored
            ? Results.Json(ViewOf(context, stored, await store.JournalAsync(id, id, cancellation)), PagedJson.Options)
            : Problems.NotFound();

    private static async Task<IResult> ActAsync(
        HttpContext context, string id, string action, LendingActions actions, CancellationToken cancellation) => AnswerOf(context, await actions.ActAsync(
        context.Patron().Id,
        id,
        action,
        CallTerms.Of(context.Request),
        () => StrictJson.ReadOptionalAsync<LendingActionForm>(context.Request, cancellation),
        cancellation));

    internal static async Task<VersionedRequest<LendingRequest>?> FindAsync(
        string id, RequestStore<LendingRequest, LendingEvent> store, CancellationToken cancellation) =>
        LendingIds.IsWellFormed(id) ? await store.ReadAsync(id, id, cancellation) : null;

    internal static IResult AnswerOf(HttpContext context, Outcome<LendingRequest> outcome) => outcome switch
    {
        Done<LendingRequest>(var stored) => Results.Json(ViewOf(context, stored), PagedJson.Options),
        NoChange<LendingRequest>(var stored, _) => Results.Json(ViewOf(context, stored), PagedJson.Options),
        ChangedSince<LendingRequest>(var stored) => Problems.ChangedSince(ViewOf(context, stored)),
        OrderIdReused<LendingRequest> => Problems.KeyReused(),
        CommandRefused<LendingRequest>(var refusal, var why) => Problems.Of(refusal, why),
        NoSuchRequest<LendingRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static LendingView ViewOf(HttpContext context, VersionedRequest<LendingRequest> stored, IReadOnlyList<JournalEntry<LendingEvent>>? journal = null)
    {
        context.Response.Headers.ETag = CallTerms.ETagOf(stored);
        return LendingView.Of(stored.Request, journal);
    }

    /// <summary>Whether the words are in the numbers, the item or the borrower of a request to lend.</summary>
    public static bool Matches(LendingRequest request, string words) =>
        new[] { request.Id, request.BorrowersId, request.Item.Title, request.Item.ArticleTitle, request.Item.Isbn, request.Borrower.Name,
            request.Borrower.Symbol, request.Barcode }
            .Any(text => text?.Contains(words, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Inverts the time: it sorts newest first on pages whose positions ascend.</summary>
    private static DateTimeOffset Inverted(DateTimeOffset at) => new(DateTimeOffset.MaxValue.UtcTicks - at.UtcTicks, TimeSpan.Zero);
}
