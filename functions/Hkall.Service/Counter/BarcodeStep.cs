using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Counter;

/// <summary>The next step for an item in hand.</summary>
/// <param name="Action">The action that is certain; null if staff must choose or there is nothing to do.</param>
/// <param name="Choices">The possible actions, if a mistake could not be undone.</param>
public sealed record BarcodeStep(string? Action, IReadOnlyList<string> Choices)
{
    private static readonly BarcodeStep Nothing = new(null, []);

    /// <summary>The next step of the item on its way from the lender and back. Staff are asked before a step that must not happen by accident.</summary>
    /// <param name="byItem">True if the item itself was scanned, not the number of its request: of several parts it is that one.</param>
    public static BarcodeStep Of(PatronRequest request, bool byItem = false) => request.Service switch
    {
        ServiceType.Loan => OfLoan(request, byItem),

        // A copy has no barcode, so this was its request's number.
        ServiceType.Copy => Nothing,
    };

    private static BarcodeStep OfLoan(PatronRequest request, bool byItem) => request.Status switch
    {
        RequestStatus.InTransit or RequestStatus.Expected => Do("receive"),

        // No library has announced it: this may be the wrong parcel.
        RequestStatus.Sourcing or RequestStatus.Cancelling or RequestStatus.AwaitingCostDecision => Ask("receive"),
        RequestStatus.ReadyForPickup => Do("check-out"),

        // The office may have handed it over, or returned it.
        RequestStatus.OutForDelivery => Ask("check-out", "check-in"),

        // The patron may have put it down only for a moment.
        RequestStatus.LibraryUse => Ask("check-in"),
        // The request's number would take back all parts, and one may be missing.
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled =>
            byItem || request.Parts is not { Here.Count: > 1 } ? Do("check-in") : Ask("check-in"),
        RequestStatus.Returning => request.SentBackAt is null ? Do("send-back") : Nothing,

        // It has turned up again.
        RequestStatus.Lost => Ask("check-in"),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.ReadyToDownload or RequestStatus.Completed
            or RequestStatus.Cancelled or RequestStatus.Unfilled => Nothing,
    };

    private static BarcodeStep Do(string action) => new(action, []);

    private static BarcodeStep Ask(params string[] actions) => new(null, actions);
}
