using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>What the library that supplied charges, as it said when it sent the item or later.</summary>
/// <param name="Accepted">What had been accepted when it said so: by the patron, or in advance; null if nothing was.</param>
public sealed record SupplierCharge([Id] string Symbol, Money Cost, Money? Accepted, ChargeStanding Standing);

/// <summary>What becomes of a charge named with the item or later. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChargeStanding>))]
public enum ChargeStanding
{
    /// <summary>No more than was accepted, or than the Library pays anyway.</summary>
    [JsonStringEnumMemberName("within-accepted")] WithinAccepted,

    /// <summary>More than was accepted: staff decide who bears the difference.</summary>
    [JsonStringEnumMemberName("to-decide")] ToDecide,

    /// <summary>The Library pays the difference.</summary>
    [JsonStringEnumMemberName("borne")] Borne,

    /// <summary>We have told the library that only the accepted amount was agreed.</summary>
    [JsonStringEnumMemberName("disputed")] Disputed,
}
