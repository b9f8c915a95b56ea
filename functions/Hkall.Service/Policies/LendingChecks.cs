using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Lending;

namespace Hkall.Service.Policies;

/// <summary>Checks the lending figures; each fault has its path.</summary>
public static class LendingChecks
{
    /// <summary>Upper bound for a wait: after a longer one the request is forgotten, whatever the library meant.</summary>
    private const int LongestWaitDays = 120;

    /// <summary>Upper bound for a loan period and a count.</summary>
    private const int LargestFigure = 1_000;

    public static IEnumerable<string> FaultsOf(LendingPolicy policy) =>
        Waits(policy).Concat(Numbers(policy)).Concat(Tables(policy)).Concat(Ladder(policy)).Concat(Pauses(policy));

    private static IEnumerable<string> Waits(LendingPolicy policy)
    {
        (string Path, ResponseWindow Patience)[] waits =
        [
            ("answer", policy.Answer), ("conditionsAnswer", policy.ConditionsAnswer), ("pulling", policy.Pulling), ("shipping", policy.Shipping),
            ("scanning", policy.Scanning),
            ("cancelAnswer", policy.CancelAnswer), ("renewalAnswer", policy.RenewalAnswer), ("comingBack", policy.ComingBack),
        ];
        return waits
            .Where(wait => wait.Patience.WorkingDays < 1 || wait.Patience.AtMostDays < wait.Patience.WorkingDays || wait.Patience.AtMostDays > LongestWaitDays)
            .Select(wait => Fault(wait.Path, $"at least 1 working day, and a cap no shorter than that and of at most {LongestWaitDays} days."));
    }

    private static IEnumerable<string> Numbers(LendingPolicy policy)
    {
        (string Path, int Number, int Least)[] numbers =
        [
            ("mostWithBorrower", policy.MostWithBorrower, 1), ("answerChases", policy.AnswerChases, 0), ("supplyChases", policy.SupplyChases, 0),
            ("loanDays", policy.LoanDays, 1),
            ("renewalsByItself", policy.RenewalsByItself, 0), ("renewalsAllowed", policy.RenewalsAllowed, 0), ("renewalDays", policy.RenewalDays, 1),
            ("recallDays", policy.RecallDays, 1),
            ("lostAfterDays", policy.LostAfterDays, 1), ("comingBackChases", policy.ComingBackChases, 0), ("scanDays", policy.ScanDays, 1),
            ("scanTimes", policy.ScanTimes, 1),
        ];
        return numbers
            .Where(entry => entry.Number < entry.Least || entry.Number > LargestFigure)
            .Select(entry => Fault(entry.Path, $"{entry.Number}: a number from {entry.Least} to {LargestFigure}."));
    }

    private static IEnumerable<string> Tables(LendingPolicy policy)
    {
        foreach (var kind in Enum.GetValues<BorrowerKind>())
        {
            if (!policy.Offered.ContainsKey(kind))
            {
                yield return Fault($"offered.{Names.Of(kind)}", "every kind of borrower has an entry.");
            }

            if (!policy.Fees.TryGetValue(kind, out var fees))
            {
                yield return Fault($"fees.{Names.Of(kind)}", "every kind of borrower has an entry.");
            }
            else if (new[] { fees.Loan, fees.Copy }.Any(fee => fee.Amount < 0 || fee.Currency is not { Length: 3 }))
            {
                yield return Fault($"fees.{Names.Of(kind)}", "an amount of at least 0 in a currency of three letters.");
            }
        }

        if (policy.LostFee.Amount < 0 || policy.LostFee.Currency is not { Length: 3 })
        {
            yield return Fault("lostFee", "an amount of at least 0 in a currency of three letters.");
        }
    }

    private static IEnumerable<string> Ladder(LendingPolicy policy)
    {
        if (policy.OverdueDays.Any(day => day < 1 || day >= policy.LostAfterDays)
            || policy.OverdueDays.Zip(policy.OverdueDays.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return Fault("overdueDays", "days after the due date, each later than the one before, and all before the item counts as lost.");
        }
    }

    private static IEnumerable<string> Pauses(LendingPolicy policy) => policy.Pauses
        .Where(pause => pause.Until < pause.From)
        .Select(pause => Fault($"pauses.{pause.From:yyyy-MM-dd}", "ends before it begins."));

    private static string Fault(string path, string why) => string.Create(CultureInfo.InvariantCulture, $"figures.lending.{path}: {why}");
}
