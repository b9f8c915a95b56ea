using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>Why staff dismiss a parked message.</summary>
public sealed record DismissForm
{
    public required string Reason { get; init; }
}

/// <summary>Partner messages the service could not use: staff read them, put them back on the queue, or dismiss them.</summary>
public static class ParkedEndpoints
{
    private const int IdLength = 32;

    public static void MapParked(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("parked", ListAsync).Produces<Page<ParkedMessage>>().ProducesProblem(400).WithName("Parked").WithSummary("Partner messages nobody could use, the oldest first.");
        staff.MapGet("parked/dismissed", DismissedAsync).Produces<Page<DismissedMessage>>().WithName("DismissedParked").WithSummary("Which of them were dismissed, by whom and why, the latest first.");
        staff.MapPost("parked/{id}/retry", RetryAsync).Produces(202).ProducesProblem(404).WithName("RetryParked").WithSummary("Puts a parked message on the queue again.");
        staff.MapPost("parked/{id}/dismiss", DismissAsync).Accepts<DismissForm>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(404)
            .WithName("DismissParked").WithSummary("Takes a parked message away for good, with a reason.");
    }

    /// <summary>Lists the parked messages. They are all read and sorted here: more than one storage page of them is an outage, not a list.</summary>
    internal static async Task<IResult> ListAsync(string? limit, string? after, ParkedMessages parked, CancellationToken cancellation)
    {
        var all = await parked.ListAsync(RowLimits.RowsPerPage, cancellation);
        var inOrder = all.OrderBy(message => message.ParkedAt).ThenBy(message => message.Id, StringComparer.Ordinal);
        return Results.Json(Paging.Of(inOrder, message => (message.ParkedAt, message.Id), message => message, limit, after), Answers.Options);
    }

    private static async Task<IResult> DismissedAsync(string? limit, ParkedDismissal dismissing, CancellationToken cancellation)
    {
        var all = await dismissing.ListAsync(RowLimits.RowsPerPage, cancellation);
        return Results.Json(new Page<DismissedMessage>([.. all.Take(MyRequestsEndpoints.LimitOf(limit))], null), Answers.Options);
    }

    private static async Task<IResult> RetryAsync(string id, ParkedMessages parked, IRequestScheduler scheduler, CancellationToken cancellation) =>
        await TryAgainAsync(id, parked, scheduler, cancellation) ? Results.Accepted() : Problems.NotFound();

    /// <returns>False if the message is not parked.</returns>
    internal static async Task<bool> TryAgainAsync(string id, ParkedMessages parked, IRequestScheduler scheduler, CancellationToken cancellation)
    {
        if (!IsId(id) || !await parked.RetryAsync(id, cancellation))
        {
            return false;
        }

        scheduler.MessageQueued();
        return true;
    }

    private static async Task<IResult> DismissAsync(HttpContext context, string id, ParkedDismissal dismissing, CancellationToken cancellation)
    {
        if (!IsId(id))
        {
            return Problems.NotFound();
        }

        var form = await StrictJson.ReadAsync<DismissForm>(context.Request, cancellation);
        return await TakeAwayAsync(id, form, By.Staff(context.Patron().Id), dismissing, cancellation) ? Results.NoContent() : Problems.NotFound();
    }

    /// <returns>False if the message is not parked.</returns>
    /// <exception cref="BadInputException">The form gives no reason.</exception>
    internal static async Task<bool> TakeAwayAsync(string id, DismissForm form, string by, ParkedDismissal dismissing, CancellationToken cancellation)
    {
        var fields = new Fields();
        var reason = fields.Text("reason", form.Reason, Limits.Note, lines: true);
        if (reason is null)
        {
            fields.Fault("reason", "missing-member", "Why it is not needed.");
        }

        fields.ThrowIfAny();
        return IsId(id) && await dismissing.DismissAsync(id, by, reason!, cancellation);
    }

    private static bool IsId(string id) => id.Length == IdLength && id.All(char.IsAsciiHexDigit);
}
