using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Reviewing;

/// <summary>Staff got the item from a library or a shop that the directory does not know; it is on its way, or they hold the scan.</summary>
/// <param name="Library">The entry for the rota, without its symbol.</param>
/// <param name="How">How staff got it.</param>
/// <param name="Cost">What the Library pays for it; null if nothing.</param>
public sealed record RecordFoundElsewhere(string Library, Tier Tier, HandAsking How, Money? Cost = null, DateOnly? DueOn = null) : RequestCommand;

/// <summary>Staff found the item outside the directory. The library is on the rota under a symbol that no partner can have.</summary>
public sealed record FoundElsewhere([Id] string Symbol, [LibraryText] string Library, Tier Tier, HandAsking How) : RequestEvent
{
    /// <summary>What the Library pays for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Money? Cost { get; init; }

    /// <summary>When the item has to be back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? DueOn { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Sourcing,
        AcceptedCost = Cost,
        Charge = null,
        Quote = null,
        Conditions = null,
        Loan = null,
        Barcode = null,
        Parts = null,
        ArrivedAt = null,
        Unwanted = false,
        ToAskByHand = null,
        Rota = [.. request.Rota, new RotaEntry(Symbol, Library, Tier) { Standing = RotaStatus.Asked, WasAsked = true, AskedAt = at, DueOn = DueOn }],
    };
}
