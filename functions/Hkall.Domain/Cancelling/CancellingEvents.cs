using Hkall.Domain.Model;

namespace Hkall.Domain.Cancelling;

public sealed record CancelAsked(Who By) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.Cancelling };
}

/// <summary>The supplier declined to cancel, so we expect the item.</summary>
public sealed record CancelRefused([Id] string Symbol, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Expected,
        Rota = RotaChanges.ChangeEntry(
            request.Rota, Symbol, entry => entry with { Standing = RotaStatus.Promised, Why = null, WasAsked = true, WouldNotCancel = true }),
    };
}

public sealed record RequestCancelled(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Cancelled, ClosedWhy = Why, Estimate = null };
}
