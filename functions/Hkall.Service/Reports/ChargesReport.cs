using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>
/// What supplying libraries charged: what the Library bore, what patrons accepted, and what was collected of it. A row is one month of
/// placing, one library and the currency in which it charges; what patrons paid is in our currency.
/// </summary>
public static class ChargesReport
{
    public static Report Of(ReportFacts facts) => new(
        "charges",
        facts.Period.From,
        facts.Period.To,
        [
            new("month", Unit.Text), new("tier", Unit.Text), new("library", Unit.Text), new("currency", Unit.Text), new("supplied", Unit.Count),
            new("borne", Unit.Money), new("accepted", Unit.Money), new("toCharge", Unit.Count), new("chargedHkd", Unit.Money),
            new("collectedHkd", Unit.Money), new("waivedHkd", Unit.Money), new("owedHkd", Unit.Money),
        ],
        [
            .. facts.Placed.Where(request => request is { Charge: not null, Supplier: not null, Tier: not null })
                .GroupBy(request => (
                    Month: request.PlacedOn.ToString("yyyy-MM", CultureInfo.InvariantCulture), Tier: request.Tier!.Value, Library: request.Supplier!,
                    Currency: CurrencyOf(request.Charge!)))
                .OrderBy(group => group.Key.Month, StringComparer.Ordinal).ThenBy(group => group.Key.Tier)
                .ThenBy(group => group.Key.Library, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
                .Select(group => Row(group.Key.Month, group.Key.Tier, group.Key.Library, group.Key.Currency, [.. group.Select(request => request.Charge!)])),
        ])
    {
        Drawn = ["chargedHkd", "collectedHkd", "owedHkd"],
    };

    private static IReadOnlyList<object?> Row(string month, Tier tier, string library, string currency, IReadOnlyList<CountedCharge> charges) =>
    [
        month, Names.Of(tier), library, currency, charges.Count,
        charges.Sum(charge => charge.Borne?.Amount ?? 0), charges.Sum(charge => charge.Accepted?.Amount ?? 0), charges.Count(charge => charge.AwaitsSum),
        charges.Sum(charge => charge.Charged), charges.Sum(charge => charge.Collected), charges.Sum(charge => charge.Waived),
        charges.Sum(charge => charge.Owed),
    ];

    private static string CurrencyOf(CountedCharge charge) => (charge.Accepted ?? charge.Borne)?.Currency ?? ExchangeRates.Own;
}
