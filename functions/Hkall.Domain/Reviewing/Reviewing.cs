using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff are to look at the request, before any library is asked or when none is left; <see cref="Why"/> says what for.</summary>
public sealed record SentToReview(string Why) : RequestEvent;

/// <summary>Staff completed or corrected what is asked for, and found who holds it.</summary>
public sealed record RequestEdited(Item Item, IReadOnlyList<RotaEntry> Rota, IReadOnlyList<RotaEntry>? Reserve = null) : RequestEvent;

public sealed record RequestApproved : RequestEvent;

public sealed record RequestRejected(string Why) : RequestEvent;

public sealed record ApproveRequest : RequestCommand;

public sealed record RejectRequest(string Why) : RequestCommand;

/// <param name="Rota">Who holds the item as it now stands, in whatever tier.</param>
public sealed record EditRequest(Item Item, IReadOnlyList<RotaEntry> Rota) : RequestCommand
{
    /// <summary>How the rota came about.</summary>
    public Routing? Routing { get; init; }
}
