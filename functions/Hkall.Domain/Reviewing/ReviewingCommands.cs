using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Reviewing;

public sealed record ApproveRequest : RequestCommand;

public sealed record RejectRequest(StatedReason Why) : RequestCommand;

/// <param name="Rota">The libraries that hold the corrected item, in any tier.</param>
public sealed record EditRequest(Item Item, IReadOnlyList<RotaEntry> Rota) : RequestCommand
{
    /// <summary>How the rota was made.</summary>
    public Routing? Routing { get; init; }
}
