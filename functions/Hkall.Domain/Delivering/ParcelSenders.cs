using Hkall.Domain.Model;

namespace Hkall.Domain.Delivering;

/// <summary>
/// The libraries that a parcel for a request may come from: the one asked now, and those that we no longer wait for but that never said
/// no. A library that was passed over may have sent the item all the same.
/// </summary>
public static class ParcelSenders
{
    /// <summary>The library asked now comes first. Once a library has announced its parcel, it is the only one.</summary>
    public static IReadOnlyList<RotaEntry> Of(PatronRequest request) => request switch
    {
        { Service: ServiceType.Copy } => [],
        { Status: RequestStatus.InTransit, Supplier: { } sender } => [sender],
        _ => request.Status.Stage() switch
        {
            RequestStage.Sourcing or RequestStage.Withdrawing => [.. request.Rota.Where(MayHaveSent).OrderByDescending(entry => entry.IsActive)],
            RequestStage.Preparing or RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning
                or RequestStage.Downloadable or RequestStage.Closed => [],
        },
    };

    private static bool MayHaveSent(RotaEntry entry) => entry.IsActive
        || (entry is { WasAsked: true, Standing: RotaStatus.PassedOver }
            && (entry.HasPromised || entry.Why?.Code is null or ReasonCode.Silent or ReasonCode.PromiseNotKept or ReasonCode.PassedOverByStaff
                or ReasonCode.ChargeDeclined or ReasonCode.ConditionsDeclined or ReasonCode.LostInTransit));
}
