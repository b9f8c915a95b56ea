using System.Text.Json.Serialization;
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
    /// <summary>A free copy that was known when the request was placed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FreeCopy? FreeCopy { get; init; }

    /// <summary>The patron saw the free copy, and it is not what they need.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FreeCopyDeclined { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => throw new InvalidOperationException("A request is placed once.");
}
