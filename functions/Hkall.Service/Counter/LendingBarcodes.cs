using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Lending;

namespace Hkall.Service.Counter;

/// <summary>Scan to act for items we lend: pulled from the shelf, shipped, returned.</summary>
public sealed class LendingBarcodes(
    RequestStore<LendingRequest, LendingEvent> store, OpenLendings lendings, LendingRequestProcessor processor, JustScanned justScanned)
{
    /// <summary>The actions staff may choose when asked.</summary>
    public static IReadOnlyList<string> Choosable { get; } = ["pulled", "ship", "returned", "cancel-approve"];

    /// <returns>Null if the barcode belongs to no item we lend.</returns>
    public async Task<ScanAnswer?> ScanAsync(string barcode, string? action, string staffId, CancellationToken cancellation)
    {
        if (await FindAsync(barcode, cancellation) is not { } request)
        {
            return null;
        }

        if (!await justScanned.ClaimAsync(action is null ? barcode : $"{barcode} {action}", store.NewCommitId(), cancellation))
        {
            return About(barcode, ScanOutcome.Repeated, request);
        }

        var step = StepOf(request);
        if ((action ?? step.Action) is not { } toDo)
        {
            return About(barcode, step.Choices.Count > 0 ? ScanOutcome.Ask : ScanOutcome.Nothing, request) with
            {
                Choices = [.. step.Choices.Select(its => new ScanChoice(request.Id, its, request.Item.ShortTitle))],
            };
        }

        var by = Actor.Staff(staffId);
        var form = new LendingActionForm { Barcode = LendingIds.IsWellFormed(barcode.ToUpperInvariant()) ? null : barcode };
        var command = LendingCommands.Of(toDo, form, request, by, store.NewCommitId)!;
        return await processor.HandleAsync(request.Id, command, by, cancellation) switch
        {
            Done<LendingRequest>(var after) => About(barcode, ScanOutcome.Done, after.Request) with { Did = toDo },
            NoChange<LendingRequest>(var as_, _) => About(barcode, ScanOutcome.Nothing, as_.Request),
            CommandRefused<LendingRequest>(var refusal, var why) => About(barcode, ScanOutcome.Refused, request) with { Code = Names.Of(refusal), Say = why },
            _ => null,
        };
    }

    /// <summary>The item's next step on its way to the borrower and back.</summary>
    public static BarcodeStep StepOf(LendingRequest request) => request.Status switch
    {
        LendingStatus.ToPull => new("pulled", []),
        LendingStatus.ToShip => request.Service == ServiceType.Loan ? new("ship", []) : new(null, []),
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled
            or LendingStatus.Returning => new("returned", []),

        // The borrower no longer wants it: staff may still keep it, unless the parcel is closed.
        LendingStatus.CancelAsked => new(null, request.Service == ServiceType.Loan ? ["cancel-approve", "ship"] : ["cancel-approve"]),
        LendingStatus.Lost => new(null, ["returned"]),
        LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.ToScan or LendingStatus.Supplied or LendingStatus.Completed
            or LendingStatus.Unfilled
            or LendingStatus.RetryPossible or LendingStatus.Cancelled => new(null, []),
    };

    /// <summary>Finds it by the request's number, or by our own barcode on an item that is requested or on loan now.</summary>
    internal async Task<LendingRequest?> FindAsync(string barcode, CancellationToken cancellation)
    {
        var id = barcode.ToUpperInvariant();
        if (LendingIds.IsWellFormed(id))
        {
            return (await store.ReadAsync(id, id, cancellation))?.Request;
        }

        var open = await lendings.AllAsync(cancellation);
        return open.FirstOrDefault(request => Is(request.Barcode)) ?? open.FirstOrDefault(request => request.Barcode is null && Is(request.Holding.Barcode));

        bool Is(string? known) => string.Equals(known, barcode, StringComparison.OrdinalIgnoreCase);
    }

    private static ScanAnswer About(string barcode, ScanOutcome outcome, LendingRequest request) =>
        new(barcode, outcome, string.Empty, Next: StepOf(request).Action) { Lending = LendingRow.Of(request) };
}
