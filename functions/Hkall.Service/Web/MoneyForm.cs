using Hkall.Domain.Model;

namespace Hkall.Service.Web;

/// <summary>An amount of money in the form of the HTTP contract.</summary>
public sealed record MoneyForm(string Currency, decimal Amount)
{
    public Money ToMoney() => new(Currency, Amount);

    public void Check(Fields fields, string field)
    {
        if (!Currencies.IsKnown(Currency))
        {
            fields.Fault($"{field}.currency", "unknown-currency", "A currency is one of ISO 4217, in three capital letters.");
        }
        else if (!Currencies.IsPayable(ToMoney()))
        {
            fields.Fault($"{field}.amount", "too-many-decimals", $"An amount in {Currency} has at most {Currencies.DecimalsOf(Currency)} decimals.");
        }

        if (Amount is < 0 or > 100_000)
        {
            fields.Fault($"{field}.amount", "number-out-of-range", "An amount from 0 to 100000.");
        }
    }
}
