using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Policies;

/// <summary>Checks the policy's fines; each fault has its path under <c>figures</c>.</summary>
internal static class FineChecks
{
    /// <summary>Upper bound for a fine, charge or limit: a larger figure has a zero too many.</summary>
    private const decimal LargestAmount = 10_000;

    public static IEnumerable<(string Path, string Why)> FaultsOf(Policy policy)
    {
        var fines = policy.Fines;
        (string Path, int Number, int Least, int Most)[] numbers =
        [
            ("graceDays", fines.GraceDays, 0, 60), ("graceFromLoanDays", fines.GraceFromLoanDays, 0, 1_000),
            ("blockAtNotice", fines.BlockAtNotice, 1, 100), ("refundDays", fines.RefundDays, 0, 3_650),
        ];
        foreach (var (path, number, least, most) in numbers.Where(entry => entry.Number < entry.Least || entry.Number > entry.Most))
        {
            yield return ($"fines.{path}", $"{number}: a number from {least} to {most}.");
        }

        (string Path, Money? Amount, decimal Least)[] amounts =
        [
            ("mostPerItem", fines.MostPerItem, 0), ("blockAt", fines.BlockAt, 0.01m),
            ("unverifiedReplacement", fines.UnverifiedReplacement, 0.01m), ("processingFee", fines.ProcessingFee, 0),
            .. Enum.GetValues<Tier>().SelectMany(tier => new (string, Money?, decimal)[]
            {
                ($"daily.{Names.Of(tier)}.ordinary", fines.Daily.For(tier).Ordinary, 0),
                ($"daily.{Names.Of(tier)}.recalled", fines.Daily.For(tier).Recalled, 0),
            }),
        ];
        var currency = fines.BlockAt.Currency;
        foreach (var (path, amount, least) in amounts)
        {
            if (amount is null || amount.Currency is not { Length: 3 } || amount.Currency != currency)
            {
                yield return ($"fines.{path}", "every amount of the fines is in one currency of three letters: what a patron owes is one sum.");
            }
            else if (amount.Amount < least || amount.Amount > LargestAmount || decimal.Round(amount.Amount, 2) != amount.Amount)
            {
                yield return ($"fines.{path}", FormattableString.Invariant($"{amount.Amount}: an amount from {least} to {LargestAmount}, in whole cents."));
            }
        }
    }
}
