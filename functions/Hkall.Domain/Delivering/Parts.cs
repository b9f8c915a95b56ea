using Hkall.Domain.Returning;

namespace Hkall.Domain.Delivering;

/// <summary>An item of several volumes or pieces, which are checked out, returned and sent back together.</summary>
/// <param name="Announced">How many parts the library sends.</param>
public sealed record Parts(int Announced)
{
    /// <summary>A larger number is a mistake, or a box that should be requested by the volume.</summary>
    public const int Most = 50;

    /// <summary>The parts that reached us, by their lender's barcodes.</summary>
    public IReadOnlyList<string> Here { get; init; } = [];

    /// <summary>How many of the announced parts will not come.</summary>
    public int NotComing { get; init; }

    /// <summary>The parts that the patron has returned while others are still out.</summary>
    public IReadOnlyList<string> Back { get; init; } = [];

    internal bool AreAllHere => Here.Count + NotComing >= Announced;
}

/// <summary>Staff stop waiting for the missing parts.</summary>
public sealed record RestNotComing : RequestCommand;

/// <summary>The patron returned one part.</summary>
public sealed record CheckInPart(string Barcode) : RequestCommand;

/// <summary>The item comes in this many parts, according to its library or its slip.</summary>
public sealed record PartsAnnounced(int Count) : RequestEvent;

public sealed record PartReceived(string Barcode) : RequestEvent;

/// <summary>This many of the announced parts will not come; the parts here make up the item.</summary>
public sealed record PartsNotComing(int Missing) : RequestEvent;

/// <summary>The patron returned the part and still has others: the loan continues for those.</summary>
public sealed record PartReturned(string Barcode) : RequestEvent;

/// <summary>
/// Receives an item part by part and takes it back the same way. It is ready for the patron when all parts are here, and returned
/// when all are back.
/// </summary>
internal static class Parting
{
    /// <summary>Receives the next part of an expected item; the last one makes it ready.</summary>
    public static Decision<PatronRequest, RequestEvent> Next(DecisionBuilder decision, ReceiveItem order)
    {
        if (order.Barcode is not { } barcode)
        {
            return DecisionBuilder.Refuse(Refusal.NotExpected, "It comes in several parts: receive each by its barcode, or say that the rest does not come.");
        }

        if (decision.Request.Parts?.Here.Contains(barcode) == true)
        {
            return decision.Ignored("This part is here already.");
        }

        if (order.Parts is { } count && decision.Request.Parts?.Announced != count)
        {
            decision.Record(new PartsAnnounced(count));
        }

        Receiving.AsOnSlip(decision, order);
        decision.Record(new PartReceived(barcode));
        if (decision.Request.Barcode is null)
        {
            decision.Labelled(barcode);
        }

        return decision.Request.Parts!.AreAllHere
            ? Receiving.Arrived(decision, order with { Barcode = null })
            : decision.SetDeadline(DeadlineKind.Arrival, decision.Policy.Transit.For(decision.Request.Supplier!.Tier)).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> EndWaiting(DecisionBuilder decision) => decision.Request.Status switch
    {
        RequestStatus.InTransit when decision.Request.Parts is { Here.Count: > 0 } => WithoutTheRest(decision),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected
            or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.LibraryUse
            or RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            DecisionBuilder.Refuse(Refusal.NotExpected, "No part of it is awaited."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    /// <summary>
    /// The patron gets the parts that came instead of waiting for ever. We tell the library, which may find the rest, and it expects
    /// back only what came.
    /// </summary>
    public static Decided<PatronRequest, RequestEvent> WithoutTheRest(DecisionBuilder decision)
    {
        var parts = decision.Request.Parts!;
        var missing = parts.Announced - parts.Here.Count - parts.NotComing;
        decision.Record(new PartsNotComing(missing)).Message(decision.Request.Supplier!.Symbol, RequestingAction.PartsMissing, Which(parts, missing));
        return Receiving.Arrived(decision, new ReceiveItem());
    }

    /// <summary>Missing parts are not identified; the lender infers them from the barcodes we received.</summary>
    private static string Which(Parts parts, int missing) =>
        FormattableString.Invariant($"{missing} of {parts.Announced} did not come. Here are those with the barcodes {string.Join(", ", parts.Here)}.");

    public static Decision<PatronRequest, RequestEvent> CheckIn(DecisionBuilder decision, CheckInPart order)
    {
        if (decision.Request is not { Parts: { Here.Count: > 1 } parts, Status: RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.LibraryUse })
        {
            return GivingBack.CheckIn(decision);
        }

        if (parts.Back.Contains(order.Barcode))
        {
            return decision.Ignored("This part is back already.");
        }

        return !parts.Here.Contains(order.Barcode)
            ? DecisionBuilder.Refuse(Refusal.NotWithPatron, "This is none of its parts.")
            : parts.Back.Count + 1 == parts.Here.Count
                ? GivingBack.CheckIn(decision)
                : decision.Record(new PartReturned(order.Barcode)).Decided();
    }
}
