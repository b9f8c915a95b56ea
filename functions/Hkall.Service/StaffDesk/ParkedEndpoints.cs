using Hkall.Service.Inbox;
using Hkall.Service.MyRequests;
using Hkall.Service.Storage;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.StaffDesk;

/// <summary>Partner messages nobody could use: staff look at them and put them on the queue again.</summary>
public static class ParkedEndpoints
{
    private const int LongestId = 64;

    public static void MapParked(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("parked", ListAsync).Produces<Page<ParkedMessage>>().ProducesProblem(400).WithName("Parked").WithSummary("Partner messages nobody could use, the oldest first.");
        staff.MapPost("parked/{id}/retry", RetryAsync).Produces(202).ProducesProblem(404).WithName("RetryParked").WithSummary("Puts a parked message on the queue again.");
    }

    /// <summary>They are read as a whole and put in order here: more than a page of storage of them is an outage, not a list.</summary>
    internal static async Task<IResult> ListAsync(string? limit, string? after, ParkedMessages parked, CancellationToken cancellation)
    {
        var all = await parked.ListAsync(RowLimits.RowsPerPage, cancellation);
        var inOrder = all.OrderBy(message => message.ParkedAt).ThenBy(message => message.Id, StringComparer.Ordinal);
        return Results.Json(Pages.Of(inOrder, message => (message.ParkedAt, message.Id), message => message, limit, after), Answers.Options);
    }

    private static async Task<IResult> RetryAsync(string id, ParkedMessages parked, IWaker waker, CancellationToken cancellation) =>
        await TryAgainAsync(id, parked, waker, cancellation) ? Results.Accepted() : Problems.NotFound();

    /// <returns>False where it is not parked.</returns>
    internal static async Task<bool> TryAgainAsync(string id, ParkedMessages parked, IWaker waker, CancellationToken cancellation)
    {
        if (id.Length > LongestId || !id.All(char.IsAsciiHexDigit) || !await parked.RetryAsync(id, cancellation))
        {
            return false;
        }

        waker.MessageQueued();
        return true;
    }
}
