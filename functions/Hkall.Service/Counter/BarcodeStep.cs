using Hkall.Domain;
using Hkall.Domain.Placing;

namespace Hkall.Service.Counter;

/// <summary>What is to be done with an item in somebody's hands.</summary>
/// <param name="Action">The action that is certainly meant; null where staff are asked or nothing is to be done.</param>
/// <param name="Choices">What could be meant, where a mistake could not be taken back.</param>
public sealed record BarcodeStep(string? Action, IReadOnlyList<string> Choices)
{
    private static readonly BarcodeStep Nothing = new(null, []);

    /// <summary>One step further on the item's way from its lender and back. What a slip of the hand should not do is asked.</summary>
    /// <param name="byItem">The item itself was scanned, and not the number of its request: of several parts it is that one.</param>
    public static BarcodeStep Of(PatronRequest request, bool byItem = false) => request.Service switch
    {
        ServiceType.Loan => OfLoan(request, byItem),

        // A copy has no barcode; its request's number has been scanned.
        ServiceType.Copy => Nothing,
    };

    private static BarcodeStep OfLoan(PatronRequest request, bool byItem) => request.Status switch
    {
        RequestStatus.InTransit or RequestStatus.Expected => Do("receive"),

        // Nobody has announced it: perhaps the wrong parcel was scanned.
        RequestStatus.Sourcing or RequestStatus.Cancelling or RequestStatus.AwaitingCostDecision => Ask("receive"),
        RequestStatus.ReadyForPickup => Do("check-out"),

        // Handed over at the office, or brought back from there?
        RequestStatus.OutForDelivery => Ask("check-out", "check-in"),

        // The patron may only have put it down for a moment.
        RequestStatus.LibraryUse => Ask("check-in"),
        // By the request's number all parts would be taken back, and one may be missing.
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => byItem || request.Parts is not { Here.Count: > 1 } ? Do("check-in") : Ask("check-in"),
        RequestStatus.Returning => request.SentBackAt is null ? Do("send-back") : Nothing,

        // It has turned up again.
        RequestStatus.Lost => Ask("check-in"),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.ReadyToDownload or RequestStatus.Completed
            or RequestStatus.Cancelled or RequestStatus.Unfilled => Nothing,
    };

    private static BarcodeStep Do(string action) => new(action, []);

    private static BarcodeStep Ask(params string[] actions) => new(null, actions);
}
