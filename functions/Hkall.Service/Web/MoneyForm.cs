using Hkall.Domain.Model;

namespace Hkall.Service.Web;

/// <summary>An amount of money in the form of the HTTP contract.</summary>
public sealed record MoneyForm(string Currency, decimal Amount)
{
    public Money ToMoney() => new(Currency, Amount);

    public void Check(Fields fields, string field)
    {
        if (Currency is not { Length: 3 } || !Currency.All(char.IsAsciiLetterUpper))
        {
            fields.Fault($"{field}.currency", "unknown-currency", "A currency is three capital letters (ISO 4217).");
        }

        if (Amount is < 0 or > 100_000)
        {
            fields.Fault($"{field}.amount", "number-out-of-range", "An amount from 0 to 100000.");
        }
    }
}
