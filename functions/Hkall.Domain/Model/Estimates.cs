namespace Hkall.Domain.Model;

/// <summary>Estimates when an item or scan would arrive from a library that we ask now.</summary>
public static class Estimates
{
    /// <summary>Counts our working days, from the day on which the library reopens if it is closed now.</summary>
    public static Estimate Of(RotaEntry entry, ServiceType service, DateTimeOffset now, RuleBook book)
    {
        var range = service switch
        {
            ServiceType.Loan => book.Policy.LoanDelivery.For(entry.Tier),
            ServiceType.Copy => book.Policy.CopyDelivery.For(entry.Tier),
        };
        var (earliest, latest) = entry.Delivery is { } expected ? (expected.Earliest, expected.Latest) : (range.EarliestWorkingDays, range.LatestWorkingDays);
        var from = book.Calendar.DateOf(now);
        if (entry.Works?.Calendar(book.Calendar).OpensOnOrAfter(from) is { } opens && opens > book.Calendar.WorkingDayOnOrAfter(from))
        {
            from = opens;
        }

        return new Estimate(book.Calendar.AddWorkingDays(from, earliest), book.Calendar.AddWorkingDays(from, latest))
        {
            Basis = entry.Delivery is { Sample: > 0 } ? EstimateBasis.Measured : null,
            Sample = entry.Delivery is { Sample: > 0 and var sample } ? sample : null,
        };
    }

    /// <summary>An estimate for any library of the tier, from the published range.</summary>
    public static Estimate Of(Tier tier, ServiceType service, DateTimeOffset now, RuleBook book) =>
        Of(new RotaEntry(Names.Of(tier), Names.Of(tier), tier), service, now, book);
}
