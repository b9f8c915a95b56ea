using System.Globalization;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.OpeningDays;

/// <summary>Tells operators and staff in time that the lists of holidays end, so that no date is counted without its holidays.</summary>
public sealed partial class HolidayHorizon(RuleBooks books, TimeProvider clock, ILogger<HolidayHorizon> log) : IReadyDetail
{
    /// <summary>The last day with a list; null while it is not yet time to load the next.</summary>
    public async Task<DateOnly?> EndsSoonAsync(CancellationToken cancellation)
    {
        var calendar = (await books.CurrentAsync(cancellation)).Calendar;
        return HolidayEnd.IsNear(calendar, calendar.DateOf(clock.GetUtcNow())) ? calendar.ProvisionalFrom!.Value.AddDays(-1) : null;
    }

    /// <summary>Measures how far the lists reach, and warns in the log once they end soon. The nightly job calls it.</summary>
    public async Task WarnAsync(CancellationToken cancellation)
    {
        var calendar = (await books.CurrentAsync(cancellation)).Calendar;
        if (calendar.ProvisionalFrom is { } from)
        {
            HkallMetrics.HolidaysListed(from.DayNumber - calendar.DateOf(clock.GetUtcNow()).DayNumber);
        }

        if (await EndsSoonAsync(cancellation) is { } last)
        {
            EndsSoon(log, last);
        }
    }

    public async Task<IReadOnlyList<string>> LinesAsync(CancellationToken cancellation) =>
        await EndsSoonAsync(cancellation) is { } last ? [string.Create(CultureInfo.InvariantCulture, $"holidays: listed until {last:yyyy-MM-dd}; load the next year")] : [];

    [LoggerMessage(3911, LogLevel.Warning, "The general holidays are listed until {Last}; later ones are computed until staff load the list of the next year")]
    private static partial void EndsSoon(ILogger log, DateOnly last);
}
