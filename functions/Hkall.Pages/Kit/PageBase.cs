using System.Globalization;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>The base of every page and of every part of a page.</summary>
public abstract class PageBase : ComponentBase
{
    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    protected Visit Visit => Visit.Of(Context);

    protected NoticeLanguage Language => Visit.Language;

    protected string Say(string english) => Language.Say(english);

    protected string Say(Text text) => Language.Say(text);

    protected string Listed(IEnumerable<string> items) => Language.Listed(items);

    /// <summary>A date with its day of the week.</summary>
    protected string Day(DateOnly date) => NoticeDates.Short(date, Language);

    /// <summary>A date that is followed by a later one of the same span, which names the year.</summary>
    protected string ShortDay(DateOnly date) => NoticeDates.InSpan(date, Language);

    /// <summary>The date of an instant in the Library's time zone.</summary>
    protected string Day(DateTimeOffset at) => Day(DateOf(at));

    /// <summary>Date and time of day in Hong Kong.</summary>
    protected string Moment(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, LibraryCalendar.HongKong);
        return NoticeDates.ShortMoment(local.DateTime, Language);
    }

    protected string Amount(Money money) => NoticeAmounts.Format(money, Language);

    protected static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, LibraryCalendar.HongKong).DateTime);

    protected static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static string Iso(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, LibraryCalendar.HongKong).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
