using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>The reason for a charge.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChargeFor>))]
public enum ChargeFor
{
    [JsonStringEnumMemberName("loan")] Loan,
    [JsonStringEnumMemberName("copy")] Copy,

    /// <summary>For replacing an item lost on loan.</summary>
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>A lost item came back: we refund its charge.</summary>
    [JsonStringEnumMemberName("found-again")] FoundAgain,
}

/// <summary>One line of an invoice. <see cref="On"/> is a date of the library's calendar.</summary>
public sealed record Charge(DateOnly On, ChargeFor For, Money Cost);
