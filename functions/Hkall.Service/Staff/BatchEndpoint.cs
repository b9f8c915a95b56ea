using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
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

    /// <summary>Others are changing the request, or storage was out of reach. Nothing was confirmed; the client may try again.</summary>
    [JsonStringEnumMemberName("not-now")] NotNow,
}

/// <param name="Code">The code of a refusal; <paramref name="Why"/> is its sentence.</param>
public sealed record BatchRow(string Id, BatchOutcome Outcome, string? Code = null, string? Why = null, StaffRow? Request = null);

/// <summary>Runs one action on many requests. Each is independent: a refusal of one does not affect the next.</summary>
public static class BatchEndpoint
{
    /// <summary>The most requests in a batch: a full trolley. A page of a list has no more either.</summary>
    public const int MostAtOnce = 100;

    /// <summary>The actions staff can take on many requests without looking at each.</summary>
    private static readonly IReadOnlyList<string> Actions = ["receive", "check-in", "send-back", "check-out", "approve", "reject", "note", "next-supplier", "cancel"];

    public static void MapBatch(this IEndpointRouteBuilder staff) =>
        staff.MapPost("requests/batch", BatchAsync).Accepts<BatchForm>("application/json").Produces<Page<BatchRow>>().ProducesProblem(400)
            .WithName("StaffBatch").WithSummary("One action on up to 100 requests, with what became of each.");

    private static async Task<IResult> BatchAsync(HttpContext context, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<BatchForm>(context.Request, cancellation);
        return Results.Json(new Page<BatchRow>(await DoAsync(form, context.Patron().Id, desk, cancellation), null), Answers.Options);
    }

    /// <exception cref="BadInputException">The action does not exist, or there are no ids or too many.</exception>
    public static async Task<IReadOnlyList<BatchRow>> DoAsync(BatchForm form, string staffId, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        var fields = new Fields();
        if (!Actions.Contains(form.Action))
        {
            fields.Fault("action", "unknown-action", $"One of {string.Join(", ", Actions)}.");
        }

        if (form.Ids.Count is 0 or > MostAtOnce)
        {
            fields.Fault("ids", "bad-number", $"1 to {MostAtOnce} requests.");
        }

        fields.ThrowIfAny();
        var command = StaffCommands.Of(form.Action, new StaffForm { Note = form.Note }, staffId)!;
        var rows = new List<BatchRow>();
        foreach (var id in form.Ids.Distinct(StringComparer.Ordinal))
        {
            rows.Add(await OneAsync(id, command, staffId, desk, cancellation));
        }

        return rows;
    }

    private static async Task<BatchRow> OneAsync(string id, RequestCommand command, string staffId, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id))
        {
            return new BatchRow(id, BatchOutcome.Unknown);
        }

        try
        {
            return await desk.HandleAsync(id, command, By.Staff(staffId), cancellation) switch
            {
                Done<PatronRequest>(var stored) => new BatchRow(id, BatchOutcome.Done, Request: StaffRow.Of(stored.Request)),
                NoChange<PatronRequest>(var stored, var why) => new BatchRow(id, BatchOutcome.Nothing, Why: why, Request: StaffRow.Of(stored.Request)),
                CommandRefused<PatronRequest>(var refusal, var why) => new BatchRow(id, BatchOutcome.Refused, Names.Of(refusal), why),
                _ => new BatchRow(id, BatchOutcome.Unknown),
            };
        }
        catch (Exception failure) when (failure is RequestBusyException or Storage.StorageUnavailableException)
        {
            // One failure must not stop the rest of the batch, and the answer still reports the requests already done.
            return new BatchRow(id, BatchOutcome.NotNow, Why: failure.Message);
        }
    }
}
