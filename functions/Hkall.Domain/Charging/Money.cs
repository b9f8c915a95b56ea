using System.Text.Json.Serialization;

namespace Hkall.Domain.Charging;

/// <summary>An amount in a currency (ISO 4217). Amounts in different currencies cannot be compared, so we ask the patron.</summary>
public sealed record Money(string Currency, decimal Amount)
{
    public static Money Hkd(decimal amount) => new("HKD", amount);

    public bool IsWithin(Money? most) => most is not null && most.Currency == Currency && Amount <= most.Amount;
}

/// <summary>A charge awaiting the patron's decision, who can accept it until the end of <see cref="DecideBy"/>.</summary>
public sealed record Quote(Money Cost, DateOnly DecideBy, bool Reminded = false)
{
    /// <summary>Accepting it means asking the library again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Retry { get; init; }

    /// <summary>The library named it with conditions, which staff have accepted: only the patron can accept the charge.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AfterConditions { get; init; }
}
