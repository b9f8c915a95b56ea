using System.Text.Json.Serialization;

namespace Hkall.Domain.Charging;

/// <summary>An amount in a currency (ISO 4217). Amounts of different currencies are not compared: what cannot be compared is asked about.</summary>
public sealed record Money(string Currency, decimal Amount)
{
    public static Money Hkd(decimal amount) => new("HKD", amount);

    public bool IsWithin(Money? most) => most is not null && most.Currency == Currency && Amount <= most.Amount;
}

/// <summary>A charge the patron has been asked about. It can be accepted until the end of <see cref="DecideBy"/>.</summary>
public sealed record Quote(Money Cost, DateOnly DecideBy, bool Reminded = false)
{
    /// <summary>Accepting it means asking the library again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    /// <summary>It was named with conditions, which staff have accepted: the charge is the patron's alone to accept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterConditions { get; init; }
}
