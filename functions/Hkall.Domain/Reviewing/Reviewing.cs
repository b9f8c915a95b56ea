using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff have to review the request, before we ask any library or when none is left; <see cref="Why"/> gives the reason.</summary>
public sealed record SentToReview(string Why) : RequestEvent;

/// <summary>Staff completed or corrected the item, and found libraries that hold it.</summary>
public sealed record RequestEdited(Item Item, IReadOnlyList<RotaEntry> Rota, IReadOnlyList<RotaEntry>? Reserve = null) : RequestEvent;

public sealed record RequestApproved : RequestEvent;

public sealed record RequestRejected(string Why) : RequestEvent;

public sealed record ApproveRequest : RequestCommand;

public sealed record RejectRequest(string Why) : RequestCommand;

/// <param name="Rota">The libraries that hold the corrected item, in any tier.</param>
public sealed record EditRequest(Item Item, IReadOnlyList<RotaEntry> Rota) : RequestCommand
{
    /// <summary>How the rota was made.</summary>
    public Routing? Routing { get; init; }
}
