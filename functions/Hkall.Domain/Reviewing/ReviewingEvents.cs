using Hkall.Domain.Model;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff completed or corrected the item, and found libraries that hold it.</summary>
public sealed record RequestEdited(Item Item, IReadOnlyList<RotaEntry> Rota, IReadOnlyList<RotaEntry>? Reserve = null) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Item = Item, Rota = Rota, Reserve = Reserve ?? [] };
}

public sealed record RequestApproved : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}

public sealed record RequestRejected(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.Cancelled, ClosedWhy = Why };
}
