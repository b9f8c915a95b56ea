using Hkall.Domain.Model;

namespace Hkall.Domain.Downloading;

/// <summary>Whether a request still takes a scan from a library's own system. One that it does not take is not even read.</summary>
public static class ExpectedScans
{
    /// <summary>
    /// A copy that this library was asked for and that is not here yet. A library that we gave up on may still supply, even when no library was
    /// left to ask.
    /// </summary>
    public static bool From(PatronRequest request, string symbol) =>
        request.Service == ServiceType.Copy
        && request.Rota.Any(entry => entry.Symbol == symbol && entry.WasAsked)
        && request.Status switch
        {
            RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling
                or RequestStatus.InReview or RequestStatus.Unfilled => true,
            RequestStatus.AwaitingDeclaration or RequestStatus.ReadyToDownload or RequestStatus.InTransit or RequestStatus.ReadyForPickup
                or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse or RequestStatus.Overdue or RequestStatus.Recalled
                or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Lost => false,
        };
}
