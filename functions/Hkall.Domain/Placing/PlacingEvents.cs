using Hkall.Domain.Model;

namespace Hkall.Domain.Placing;

public sealed record RequestPlaced(
    [Id] string PatronId,
    PatronGroup Group,
    ServiceType Service,
    Item Item,
    DateOnly? NeededBy,
    [PersonsWords] string? Note,
    IReadOnlyList<RotaEntry> Rota,
    [Code] string PolicyVersion,
    Money? MaxCost = null,
    Declaration? Declaration = null,
    [Trace] string? Office = null,
    IReadOnlyList<Tier>? AcceptTiers = null,
    IReadOnlyList<RotaEntry>? Reserve = null,
    [Id] string? Replaces = null,
    [Id] IReadOnlyList<string>? Related = null,
    Who By = Who.Patron) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => throw new InvalidOperationException("A request is placed once.");
}
