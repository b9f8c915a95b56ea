using Hkall.Requests.Supplying;

namespace Hkall.Requests.Placing;

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

    public DateOnly? NeededBy { get; init; }

    public string? Note { get; init; }

    public required IReadOnlyList<RotaEntry> Rota { get; init; }

    /// <summary>The patron's requests that are open now: the quota and the check for duplicates need them.</summary>
    public required IReadOnlyList<Request> OpenRequests { get; init; }
}
