using Hkall.Domain.Model;

namespace Hkall.Domain.Delivering;

/// <summary>
/// The libraries that a parcel for a request may come from: the one asked now, and those that we no longer wait for but that never said
/// no. One whose item was recalled, or lost here, has none to send. A library that was passed over may have sent the item all the same.
/// </summary>
public static class ParcelSenders
{
    /// <summary>The library asked now, or the one that has announced its parcel, comes first.</summary>
    public static IReadOnlyList<RotaEntry> Of(PatronRequest request) => request switch
    {
        { Service: ServiceType.Copy } => [],
        _ => request.Status.Stage() switch
        {
            RequestStage.Sourcing or RequestStage.Withdrawing => [.. request.Rota.Where(MayHaveSent).OrderByDescending(entry => entry.IsActive)],

            // The parts of one item are of one library.
            RequestStage.InTransit => [.. request.Rota.Where(entry => entry.IsActive || (request.Parts is null && MayHaveSent(entry)))
                .OrderByDescending(entry => entry.IsActive)],
            RequestStage.Preparing or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning
                or RequestStage.Downloadable or RequestStage.Closed => [],
        },
    };

    /// <summary>The library that a parcel is taken to be from if nobody says; null if it has to be asked.</summary>
    public static RotaEntry? Inferred(PatronRequest request) => Of(request) switch
    {
        [var only] => only,
        [var announced, ..] when request.Status == RequestStatus.InTransit => announced,
        _ => null,
    };

    private static bool MayHaveSent(RotaEntry entry) => entry.IsActive
        || (entry is { WasAsked: true, Standing: RotaStatus.PassedOver }
            && entry.Why != ReasonCode.Recalled && entry.Why != ReasonCode.LostHere
            && (entry.HasPromised || entry.Why?.Code is null or ReasonCode.Silent or ReasonCode.PromiseNotKept or ReasonCode.PassedOverByStaff
                or ReasonCode.ChargeDeclined or ReasonCode.ConditionsDeclined or ReasonCode.LostInTransit));
}
