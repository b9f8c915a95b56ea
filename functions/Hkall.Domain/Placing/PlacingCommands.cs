using Hkall.Domain.Accounts;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Placing;

/// <summary>A patron's complete order: the patron, the item, and the libraries that could supply it, in the order in which to ask them.</summary>
public sealed record PlaceRequest
{
    /// <summary>The id of the new request: opaque, random, and supplied by the caller, since the domain uses no randomness.</summary>
    public required string RequestId { get; init; }

    public required string PatronId { get; init; }

    public required PatronGroup Group { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    /// <summary>The tiers that the patron allows.</summary>
    public required IReadOnlyList<Tier> AcceptTiers { get; init; }

    /// <summary>The most the patron would pay without being asked again.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>The declaration, if the patron signed it with the request.</summary>
    public Declaration? Declaration { get; init; }

    /// <summary>The name typed by the patron under the declaration. The rules check it, and no event stores it.</summary>
    public string? SignedBy { get; init; }

    /// <summary>The office to deliver to, instead of the Service Counter.</summary>
    public string? Office { get; init; }

    /// <summary>The request that this one replaces; its place in the quota becomes free.</summary>
    public string? Replaces { get; init; }

    /// <summary>Requests of other patrons for the same part within the policy's days.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Who places it: the patron, or staff for them.</summary>
    public Who By { get; init; } = Who.Patron;

    /// <summary>What staff have to check before we ask any library; null if nothing.</summary>
    public ReasonCode? ReviewWhy { get; init; }

    /// <summary>The patron's earlier requests for copies, open and closed; they count towards the copying limits.</summary>
    public IReadOnlyList<PatronRequest> EarlierCopies { get; init; } = [];

    /// <summary>A copy that anybody may read; null if none is known.</summary>
    public FreeCopy? FreeCopy { get; init; }

    /// <summary>The patron saw that there is a free copy, and it is not what they need.</summary>
    public bool FreeCopySeen { get; init; }

    public DateOnly? NeededBy { get; init; }

    public string? Note { get; init; }

    public required IReadOnlyList<RotaEntry> Rota { get; init; }

    /// <summary>How the rota was made; null if staff made it by hand.</summary>
    public Routing? Routing { get; init; }

    /// <summary>The patron's open requests, for the quota and the check for duplicates.</summary>
    public required IReadOnlyList<PatronRequest> OpenRequests { get; init; }

    /// <summary>The patron's closed requests with a balance.</summary>
    public IReadOnlyList<PatronRequest> Owing { get; init; } = [];

    /// <summary>The patron's account in the Library's own system; null if that system has no answer.</summary>
    public OwnAccount? Own { get; init; } = OwnAccount.Empty;
}
