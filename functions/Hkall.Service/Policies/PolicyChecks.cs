using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Service.Policies;

/// <summary>Checks a policy; each fault has its path.</summary>
public static class PolicyChecks
{
    /// <summary>Upper bound for a wait: after a longer one the request is forgotten, whatever the library meant.</summary>
    private const int LongestWaitDays = 120;

    /// <summary>The years of a closed day: another one is a slip, and dates could not be counted past the end of the calendar.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Three days a year for each of five groups, for four years.</summary>
    private const int MostLastDays = 60;

    /// <summary>Upper bound for a loan period, a quota and a number of chases.</summary>
    private const int LargestFigure = 1_000;

    public static IEnumerable<string> FaultsOf(PolicyDocument document)
    {
        var policy = document.ToPolicy();
        return Waits(policy)
            .Concat(Numbers(policy))
            .Concat(Tables(policy))
            .Concat(Ladders(policy))
            .Concat(FineChecks.FaultsOf(policy).Select(fault => Fault(fault.Path, fault.Why)))
            .Concat(Addresses(policy))
            .Concat(LastDays(policy))
            .Concat(Closures(document))
            .Concat(Library(document.Library))
            .Concat(LendingChecks.FaultsOf(policy.Lending))
            .Concat(document.Mail.Faults())
            .Concat(document.Retention.Faults())
            .Concat(document.Invoices.Faults())
            .Concat(document.Stamp.Faults())
            .Concat(document.Limits.Faults())
            .Concat(document.Audit.Faults())
            .Concat(document.Costs.Faults())
            .Concat(document.FourEyes.Faults())
            .Concat(RoleChecks.FaultsOf(document.Roles))
            .Concat(TagPolicy.FaultsOf(document.Tags))
            .Concat(CannedAnswer.FaultsOf(document.Answers))
            .Concat(policy.Messages.Faults())
            .Concat(string.IsNullOrWhiteSpace(policy.Version) ? ["figures.version: every policy has a version."] : Array.Empty<string>());
    }

    private static IEnumerable<string> Library(OwnLibrary library)
    {
        if (library.AgencyId.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            yield return $"library.agencyId: '{library.AgencyId}' is not a scheme and an id, such as ISIL:XX-1.";
        }

        if (string.IsNullOrWhiteSpace(library.Name))
        {
            yield return "library.name: every library has a name.";
        }

        if (library.SecurityContact is { } contact && contact is not { IsAbsoluteUri: true, Scheme: "mailto" or "https" })
        {
            yield return $"library.securityContact: '{contact}' is neither a mailto: nor an https: address.";
        }

        if (library.SecurityPolicy is { } policy && policy is not { IsAbsoluteUri: true, Scheme: "https" })
        {
            yield return $"library.securityPolicy: '{policy}' is not an https: address.";
        }
    }

    private static IEnumerable<string> Waits(Policy policy)
    {
        (string Path, ResponseWindow Patience)[] waits =
        [
            .. ByTier("reply", policy.Reply), .. ByTier("shipment", policy.Shipment), .. ByTier("scan", policy.Scan),
            .. ByTier("transit", policy.Transit), .. ByTier("lenderReceipt", policy.LenderReceipt),
            ("conditions", policy.Conditions), ("review", policy.Review), ("furtherSearch", policy.FurtherSearch), ("askingByHand", policy.AskingByHand), ("officeDelivery", policy.OfficeDelivery),
            ("cancelAnswer", policy.CancelAnswer),
            ("sendingBack", policy.SendingBack), ("chase", policy.Chase), ("renewalAnswer", policy.RenewalAnswer),
        ];
        return waits
            .Where(wait => wait.Patience.WorkingDays < 1 || wait.Patience.AtMostDays < wait.Patience.WorkingDays || wait.Patience.AtMostDays > LongestWaitDays)
            .Select(
                wait => Fault(
                    wait.Path,
                    $"{wait.Patience.WorkingDays} working days, at most {wait.Patience.AtMostDays} days: at least 1 working day, a cap no shorter than that and of at most {LongestWaitDays} days."));
    }

    private static IEnumerable<string> Numbers(Policy policy)
    {
        (string Path, int Number, int Least)[] numbers =
        [
            ("pickupDays", policy.PickupDays, 1), ("pickupReminderWorkingDays", policy.PickupReminderWorkingDays, 0),
            ("dueReminderWorkingDays", policy.DueReminderWorkingDays, 0), ("lostAfterDays", policy.LostAfterDays, 1),
            ("lostWarningDays", policy.LostWarningDays, 0), ("shortLoanWorkingDays", policy.ShortLoanWorkingDays, 0),
            ("recallDays", policy.RecallDays, 1), ("arrivalChases", policy.ArrivalChases, 0), ("sendingBackChases", policy.SendingBackChases, 0),
            ("lenderReceiptChases", policy.LenderReceiptChases, 0), ("reviewChases", policy.ReviewChases, 0),
            ("officeDeliveryChases", policy.OfficeDeliveryChases, 0),
            ("libraryUseDays", policy.LibraryUseDays, 1), ("undoDays", policy.UndoDays, 1), ("downloadsAllowed", policy.DownloadsAllowed, 1),
            ("downloadDays", policy.DownloadDays, 1),
            ("resuppliesAllowed", policy.ResuppliesAllowed, 0), ("relatedRequestDays", policy.RelatedRequestDays, 0),
            ("downloadReminderDays", policy.DownloadReminderDays, 0), ("costDecisionDays", policy.CostDecisionDays, 1),
            ("costReminderWorkingDays", policy.CostReminderWorkingDays, 0),
            ("offerDecisionDays", policy.OfferDecisionDays, 1), ("offerReminderWorkingDays", policy.OfferReminderWorkingDays, 0),
            ("furtherSearchChases", policy.FurtherSearchChases, 0), ("askingByHandChases", policy.AskingByHandChases, 0),
            ("declarationDays", policy.DeclarationDays, 1), ("declarationReminderWorkingDays", policy.DeclarationReminderWorkingDays, 0),
            ("renewalNoticeWorkingDays", policy.RenewalNoticeWorkingDays, 0), ("renewalsAllowed", policy.RenewalsAllowed, 0),
            ("renewalAsksAfterRefusal", policy.RenewalAsksAfterRefusal, 0),
            ("ownAccountKeptHours", policy.OwnAccountKeptHours, 0), ("ownAccountUnknown.allowUpTo", policy.OwnAccountUnknown.AllowUpTo, 0),
            ("routing.measuredFrom", policy.Routing.MeasuredFrom, 1), ("routing.trustedFrom", policy.Routing.TrustedFrom, 1),
            ("routing.closedAtMostDays.hkall", policy.Routing.ClosedAtMostDays.Hkall, 0),
            ("routing.closedAtMostDays.local", policy.Routing.ClosedAtMostDays.Local, 0),
            ("routing.closedAtMostDays.overseas", policy.Routing.ClosedAtMostDays.Overseas, 0),
            .. policy.LoanDays.Select(entry => ($"loanDays.{Names.Of(entry.Key)}", entry.Value, 1)),
            .. policy.RenewalDays.Select(entry => ($"renewalDays.{Names.Of(entry.Key)}", entry.Value, 1)),
            .. policy.OpenRequests.Select(entry => ($"openRequests.{Names.Of(entry.Key)}", entry.Value, 0)),
        ];
        return numbers
            .Where(entry => entry.Number < entry.Least || entry.Number > LargestFigure)
            .Select(entry => Fault(entry.Path, $"{entry.Number}: a number from {entry.Least} to {LargestFigure}."));
    }

    private static IEnumerable<string> Tables(Policy policy) =>
        Missing("loanDays", policy.LoanDays.Keys)
            .Concat(Missing("renewalDays", policy.RenewalDays.Keys))
            .Concat(Missing("openRequests", policy.OpenRequests.Keys))
            .Concat(Missing("privileges", policy.Privileges.Keys));

    private static IEnumerable<string> Ladders(Policy policy)
    {
        if (policy.OverdueNoticeDays.Any(day => day < 1)
            || policy.OverdueNoticeDays.Zip(policy.OverdueNoticeDays.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return Fault("overdueNoticeDays", "days after the due date, each later than the one before.");
        }

        if (policy.OverdueNoticeDays.Any(day => day >= policy.LostAfterDays))
        {
            yield return Fault("lostAfterDays", "an item is declared lost only after the last overdue notice.");
        }

        if (policy.CostThreshold.Amount < 0 || !Currencies.IsKnown(policy.CostThreshold.Currency))
        {
            yield return Fault("costThreshold", "an amount of at least 0 in a currency of ISO 4217.");
        }

        if (policy.Charges.LibraryBearsAtMost is { } most
            && (!Currencies.IsKnown(most.Currency) || !Currencies.IsPayable(most) || most.Amount < policy.CostThreshold.Amount))
        {
            yield return Fault("charges.libraryBearsAtMost", "null, or an amount of at least the cost threshold in a currency of ISO 4217.");
        }
    }

    private static IEnumerable<string> Addresses(Policy policy) =>
        policy.PurchaseSuggestion is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            ? [Fault("purchaseSuggestion", "an absolute web address, or null.")]
            : [];

    private static IEnumerable<string> LastDays(Policy policy)
    {
        if (policy.LastDays.Count > MostLastDays)
        {
            yield return Fault("lastDays", $"at most {MostLastDays} days.");
        }

        foreach (var (day, at) in policy.LastDays.Select((day, at) => (day, at)))
        {
            if (day.On.Year is < FirstYear or > LastYear)
            {
                yield return Fault($"lastDays[{at}].on", $"a day from {FirstYear} to {LastYear}.");
            }

            if (day.Why == LoanLimit.CardEnds)
            {
                yield return Fault($"lastDays[{at}].why", "term-ends or graduation; each patron's card ends on a day of its own.");
            }

            if (day.Groups.Count == 0)
            {
                yield return Fault($"lastDays[{at}].groups", "at least one group.");
            }
        }
    }

    private static IEnumerable<string> Closures(PolicyDocument document) => document.ClosedDays
        .Where(closed => closed.Date.Year is < FirstYear or > LastYear || (closed.Until ?? closed.Date) < closed.Date
            || (closed.Until ?? closed.Date).DayNumber - closed.Date.DayNumber >= PolicyFile.LongestClosureDays)
        .Select(closed => string.Create(
            CultureInfo.InvariantCulture,
            $"closedDays.{closed.Date:yyyy-MM-dd}: ends before it begins, lasts longer than {PolicyFile.LongestClosureDays} days, or is not from {FirstYear} to {LastYear}."));

    private static IEnumerable<string> Missing(string path, IEnumerable<PatronGroup> named) =>
        Enum.GetValues<PatronGroup>().Except(named).Select(group => Fault($"{path}.{Names.Of(group)}", "every patron group has an entry."));

    private static IEnumerable<(string, ResponseWindow)> ByTier(string path, ByTier<ResponseWindow> waits) =>
        Enum.GetValues<Tier>().Select(tier => ($"{path}.{Names.Of(tier)}", waits.For(tier)));

    private static string Fault(string path, string why) => string.Create(CultureInfo.InvariantCulture, $"figures.{path}: {why}");
}
