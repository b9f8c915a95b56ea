using System.Text.Json.Serialization;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>POST /api/staff/requests/batch</c>.</summary>
public sealed record BatchForm
{
    public required string Action { get; init; }

    public required IReadOnlyList<string> Ids { get; init; }

    public string? Note { get; init; }

    /// <summary>For <c>set-dates</c>: the patrons' due date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The versions of the requests, as seen: their ETags without the quotation marks. One that has changed since is left alone.</summary>
    public IReadOnlyList<string>? Seen { get; init; }

    /// <summary>The most requests in a batch: a full trolley. A page of a list has no more either.</summary>
    public const int MostAtOnce = 100;

    /// <summary>The actions staff can take on many requests without looking at each.</summary>
    private static readonly IReadOnlyList<string> Actions =
        ["receive", "check-in", "send-back", "check-out", "approve", "reject", "note", "next-supplier", "remind", "cancel", "set-dates", "assign"];

    /// <returns>The version seen, by the id of its request.</returns>
    /// <exception cref="BadInputException">The action does not exist, there are no ids or too many, or a version cannot be read.</exception>
    public IReadOnlyDictionary<string, RequestVersion> Check()
    {
        var fields = new Fields();
        if (!Actions.Contains(Action))
        {
            fields.Fault("action", "unknown-action", $"One of {string.Join(", ", Actions)}.");
        }

        if (Ids.Count is 0 or > MostAtOnce)
        {
            fields.Fault("ids", "bad-number", $"1 to {MostAtOnce} requests.");
        }

        var versions = (Seen ?? []).Take(MostAtOnce).Select(RequestVersion.Find).ToList();
        if (versions.Contains(null) || Seen?.Count > MostAtOnce)
        {
            fields.Fault("seen", "bad-version", "The ETags of the requests as you saw them.");
        }

        fields.ThrowIfAny();
        return versions.OfType<RequestVersion>().DistinctBy(version => version.RequestId).ToDictionary(version => version.RequestId);
    }
}

/// <summary>The result for one request of a batch.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BatchOutcome>))]
public enum BatchOutcome
{
    [JsonStringEnumMemberName("done")] Done,

    /// <summary>The request already was in the wanted state.</summary>
    [JsonStringEnumMemberName("nothing")] Nothing,

    [JsonStringEnumMemberName("refused")] Refused,

    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>The request has changed since the caller saw it.</summary>
    [JsonStringEnumMemberName("changed-since")] Changed,

    /// <summary>Others are changing the request, or storage was out of reach. Nothing was confirmed; the client may try again.</summary>
    [JsonStringEnumMemberName("not-now")] NotNow,
}

/// <param name="Code">The code of a refusal; <paramref name="Why"/> is its sentence.</param>
public sealed record BatchRow(string Id, BatchOutcome Outcome, string? Code = null, string? Why = null, StaffRow? Request = null);

/// <summary>One action on many requests, as an API call.</summary>
public static class BatchEndpoint
{
    public static void MapBatch(this IEndpointRouteBuilder staff) =>
        staff.MapPost("requests/batch", BatchAsync).AuditedAs(AuditAction.ActedOnRequests)
            .Accepts<BatchForm>("application/json").Produces<Page<BatchRow>>().ProducesProblem(400)
            .WithName("StaffBatch").WithSummary("One action on up to 100 requests, with what became of each.");

    private static async Task<IResult> BatchAsync(HttpContext context, StaffActions actions, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<BatchForm>(context.Request, cancellation);
        AuditNotes.In(context).Step = form.Action;
        return Results.Json(
            new Page<BatchRow>(await actions.BatchAsync(context.Patron().Id, form, CallTerms.Of(context.Request), cancellation), null), PagedJson.Options);
    }
}
