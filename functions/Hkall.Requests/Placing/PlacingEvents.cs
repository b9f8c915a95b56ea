using Hkall.Requests.Charging;
using Hkall.Requests.Copyright;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Placing;

public sealed record RequestPlaced(
    string PatronId,
    PatronGroup Group,
    ServiceType Service,
    Item Item,
    DateOnly? NeededBy,
    string? Note,
    IReadOnlyList<RotaEntry> Rota,
    string PolicyVersion,
    Money? MaxCost = null,
    Declaration? Declaration = null,
    string? Office = null,
    IReadOnlyList<Tier>? AcceptTiers = null,
    IReadOnlyList<RotaEntry>? Reserve = null,
    string? Replaces = null) : RequestEvent;
