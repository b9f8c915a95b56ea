namespace Hkall.Domain.Model;

/// <summary>What one unit of a foreign currency costs in Hong Kong dollars, as staff entered it on that day.</summary>
public sealed record ExchangeRate([Code] string Currency, decimal HkdPerUnit, DateOnly On);

/// <summary>About how much a foreign amount is in Hong Kong dollars, and of which day the rate is.</summary>
public sealed record Approximation(Money Amount, DateOnly RateOn);

/// <summary>The rates that hold now. They are data for the rules, which look nothing up.</summary>
public sealed record ExchangeRates(IReadOnlyList<ExchangeRate> All)
{
    /// <summary>The currency in which patrons pay.</summary>
    public const string Own = "HKD";

    public static ExchangeRates None { get; } = new([]);

    /// <returns>Null for an amount in our own currency, and where there is no rate.</returns>
    public Approximation? Approximate(Money money) => All.FirstOrDefault(rate => rate.Currency == money.Currency) is { } rate && money.Currency != Own
        ? new Approximation(Money.Hkd(ToCent(money.Amount * rate.HkdPerUnit)), rate.On)
        : null;

    /// <returns>Null where there is no rate.</returns>
    public Money? InHkd(Money money) => money.Currency == Own ? money : Approximate(money)?.Amount;

    /// <summary>Whether the amount is at most the other. Amounts in two currencies are compared in ours; without a rate they cannot be.</summary>
    public bool IsWithin(Money money, Money? most) => most is not null
        && (money.Currency == most.Currency
            ? money.IsWithin(most)
            : InHkd(money) is { } ours && InHkd(most) is { } limit && ours.IsWithin(limit));

    /// <summary>Half a cent is rounded up, and what costs something costs at least a cent.</summary>
    public static decimal ToCent(decimal amount) =>
        amount <= 0 ? amount : Math.Max(0.01m, decimal.Round(amount, 2, MidpointRounding.AwayFromZero));
}
