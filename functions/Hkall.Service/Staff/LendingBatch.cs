using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>POST /api/staff/lending/batch</c>.</summary>
public sealed record LendingBatchForm
{
    public required string Action { get; init; }

    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>What staff do with a trolley of books, and that asks nothing about each.</summary>
    public static IReadOnlyList<string> Actions { get; } = ["will-supply", "pulled", "ship", "returned"];

    /// <exception cref="BadInputException">The action does not exist, or there are no ids or too many.</exception>
    public void Check()
    {
        var fields = new Fields();
        if (!Actions.Contains(Action))
        {
            fields.Fault("action", "unknown-action", $"One of {string.Join(", ", Actions)}.");
        }

        if (Ids.Count is 0 or > BatchForm.MostAtOnce)
        {
            fields.Fault("ids", "bad-number", $"1 to {BatchForm.MostAtOnce} requests.");
        }

        fields.ThrowIfAny();
    }
}

/// <param name="Code">The code of a refusal; <paramref name="Why"/> is its sentence.</param>
public sealed record LendingBatchRow(string Id, BatchOutcome Outcome, string? Code = null, string? Why = null, LendingRow? Request = null);

/// <summary>One action on many requests to lend.</summary>
public sealed class LendingBatch(LendingActions actions)
{
    /// <exception cref="BadInputException">The form is invalid.</exception>
    public async Task<IReadOnlyList<LendingBatchRow>> RunAsync(string staffId, LendingBatchForm form, OrderTerms terms, CancellationToken cancellation)
    {
        form.Check();
        var rows = new List<LendingBatchRow>();
        foreach (var id in form.Ids.Distinct(StringComparer.Ordinal))
        {
            rows.Add(await OneAsync(staffId, id, form.Action, terms, cancellation));
        }

        return rows;
    }

    private async Task<LendingBatchRow> OneAsync(string staffId, string id, string action, OrderTerms terms, CancellationToken cancellation)
    {
        try
        {
            return await actions.ActAsync(staffId, id, action, terms, () => Task.FromResult(new LendingActionForm()), cancellation) switch
            {
                Done<LendingRequest>(var stored) => new LendingBatchRow(id, BatchOutcome.Done, Request: LendingRow.Of(stored.Request)),
                NoChange<LendingRequest>(var stored, var why) =>
                    new LendingBatchRow(id, BatchOutcome.Nothing, Why: why, Request: LendingRow.Of(stored.Request)),
                CommandRefused<LendingRequest>(var refusal, var why) => new LendingBatchRow(id, BatchOutcome.Refused, Names.Of(refusal), why),
                ChangedSince<LendingRequest>(var stored) =>
                    new LendingBatchRow(id, BatchOutcome.Changed, "changed-since", Request: LendingRow.Of(stored.Request)),
                OrderIdReused<LendingRequest> => new LendingBatchRow(id, BatchOutcome.Refused, "idempotency-key-reused"),
                _ => new LendingBatchRow(id, BatchOutcome.Unknown),
            };
        }
        catch (Exception failure) when (failure is RequestBusyException or StorageUnavailableException)
        {
            // One failure must not stop the rest of the batch, and the answer still reports the requests already done.
            return new LendingBatchRow(id, BatchOutcome.NotNow, Why: failure.Message);
        }
    }
}

/// <summary>One action on many requests to lend, as an API call.</summary>
public static class LendingBatchEndpoint
{
    public static void MapLendingBatch(this IEndpointRouteBuilder staff) =>
        staff.MapPost("lending/batch", BatchAsync).AuditedAs(AuditAction.ActedOnLending, about: "batch")
            .Accepts<LendingBatchForm>("application/json").Produces<Page<LendingBatchRow>>().ProducesProblem(400)
            .WithName("LendingBatch").WithSummary("One action on up to 100 requests to lend, with what became of each.");

    private static async Task<IResult> BatchAsync(HttpContext context, LendingBatch batch, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<LendingBatchForm>(context.Request, cancellation);
        return Results.Json(
            new Page<LendingBatchRow>(await batch.RunAsync(context.Patron().Id, form, CallTerms.Of(context.Request), cancellation), null), PagedJson.Options);
    }
}
