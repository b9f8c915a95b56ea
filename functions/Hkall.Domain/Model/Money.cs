namespace Hkall.Domain.Model;

/// <summary>An amount in a currency (ISO 4217). Amounts in two currencies are compared by <see cref="ExchangeRates"/>.</summary>
public sealed record Money([Code] string Currency, decimal Amount)
{
    public static Money Hkd(decimal amount) => new("HKD", amount);

    public bool IsWithin(Money? most) => most is not null && most.Currency == Currency && Amount <= most.Amount;
}
