using System.Text.Json.Serialization;
using Hkall.Domain.Charging;

namespace Hkall.Domain.Lending;

/// <summary>What a charge is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChargeFor>))]
public enum ChargeFor
{
    [JsonStringEnumMemberName("loan")] Loan,
    [JsonStringEnumMemberName("copy")] Copy,

    /// <summary>Replacing an item lost while it was lent.</summary>
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>A lost item came back after all: what was charged for it is given back.</summary>
    [JsonStringEnumMemberName("found-again")] FoundAgain,
}

/// <summary>One line of an invoice. <see cref="On"/> is a date of the library's calendar.</summary>
public sealed record Charge(DateOnly On, ChargeFor For, Money Cost);
