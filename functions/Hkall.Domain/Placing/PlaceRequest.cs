using Hkall.Domain.Accounts;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Placing;

/// <summary>The patron's order, complete: who they are, what they want, and which libraries could supply it, in the order in which to ask.</summary>
public sealed record PlaceRequest
{
    /// <summary>The id of the request to be: opaque, random, given from outside since the trade knows no chance.</summary>
    public required string RequestId { get; init; }

    public required string PatronId { get; init; }

    public required PatronGroup Group { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    /// <summary>How far the patron lets it reach.</summary>
    public required IReadOnlyList<Tier> AcceptTiers { get; init; }

    /// <summary>The most the patron would pay without being asked again.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>The declaration, where the patron signed it with the request.</summary>
    public Declaration? Declaration { get; init; }

    /// <summary>The name they typed under it. It is looked at, and no event keeps it.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The office it is to be brought to, instead of the Service Counter.</summary>
    public string? Office { get; init; }

    /// <summary>The request whose place it takes: it gives up its place in the quota.</summary>
    public string? Replaces { get; init; }

    /// <summary>Requests of other patrons for the same part within the policy's days.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Who places it: the patron, or staff for them.</summary>
    public Who By { get; init; } = Who.Patron;

    /// <summary>What staff are to look at before any library is asked; null where nothing is.</summary>
    public string? ReviewWhy { get; init; }

    /// <summary>The patron's earlier requests for copies, open and closed: the limits of copying count them.</summary>
    public IReadOnlyList<PatronRequest> EarlierCopies { get; init; } = [];

    public DateOnly? NeededBy { get; init; }

    public string? Note { get; init; }

    public required IReadOnlyList<RotaEntry> Rota { get; init; }

    /// <summary>How the rota came about; null where staff made it by hand.</summary>
    public Routing? Routing { get; init; }

    /// <summary>The patron's requests that are open now: the quota and the check for duplicates need them.</summary>
    public required IReadOnlyList<PatronRequest> OpenRequests { get; init; }

    /// <summary>The patron's closed requests on which something is still owed.</summary>
    public IReadOnlyList<PatronRequest> Owing { get; init; } = [];

    /// <summary>What the Library's own system says of the patron; null where it does not say.</summary>
    public OwnAccount? Own { get; init; } = OwnAccount.Empty;
}
