using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Service.Partners;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.Extensions.Primitives;

namespace Hkall.Pages.Staff.Directory;

/// <summary>Converts a directory entry to the fields of a form, and back. A secret can only be entered: no field shows one.</summary>
internal static class PartnerFields
{
    /// <summary>The currency of charges, unless the form has another.</summary>
    private const string OwnCurrency = "HKD";

    public static PageForm Of(Partner partner) => new(Pairs(partner)
        .Where(field => !string.IsNullOrEmpty(field.Value))
        .Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Value))));

    private static IEnumerable<(string Name, string? Value)> Pairs(Partner partner)
    {
        var (calendar, contact) = (partner.Calendar, partner.Contact);
        return
        [
            ("symbol", partner.Symbol), ("name", partner.Name), ("nameZhHant", partner.NameZhHant), ("tier", Names.Of(partner.Tier)),
            ("kind", Names.Of(partner.Kind)),
            ("agencyId", partner.AgencyId), ("agencyIds", string.Join('\n', partner.AgencyIds)), ("protocol", Names.Of(partner.Protocol)),
            ("isoVersion", partner.IsoVersion is { } version ? Names.Of(version) : null), ("vendor", Names.Of(partner.Vendor)),
            ("endpoint", partner.Endpoint?.ToString()),
            Box("boundSignatures", partner.BoundSignatures),
            Box("gatewayAuthenticated", partner.GatewayAuthenticated), Box("active", partner.Active), Box("blocked", partner.Blocked),
            Box("lends.loan", partner.Lends.Loan),
            Box("lends.copy", partner.Lends.Copy),
            Box("reciprocal", partner.Reciprocal), Box("loanTerms.renewable", partner.LoanTerms.Renewable),
            Box("loanTerms.libraryUseOnly", partner.LoanTerms.LibraryUseOnly),
            ("charges.loan", Text(partner.Charges.Loan?.Amount)), ("charges.loan.currency", partner.Charges.Loan?.Currency),
            ("charges.copy", Text(partner.Charges.Copy?.Amount)), ("charges.copy.currency", partner.Charges.Copy?.Currency),
            ("calendar.zone", calendar?.Zone), ("calendar.holidaySet", calendar is null ? null : Names.Of(calendar.HolidaySet)),
            ("calendar.source", calendar?.Source),
            ("calendar.holidays", calendar is null ? null : string.Join('\n', calendar.Holidays.Select(Text))),
            .. (calendar?.WorkingWeekdays ?? []).Select(day => ("calendar.workingWeekdays", (string?)Names.Of(day))),
            ("closures", string.Join('\n', partner.Closures.Select(closure => $"{Text(closure.From)} {Text(closure.To)} {closure.Why}"))),
            ("days.response", Text(partner.Days.Response)), ("days.loanDelivery", Text(partner.Days.LoanDelivery)),
            ("days.copyDelivery", Text(partner.Days.CopyDelivery)),
            ("loanTerms.days", Text(partner.LoanTerms.Days)), ("limits.mostOpenRequests", Text(partner.Limits.MostOpenRequests)),
            ("limits.mostOpenLending", Text(partner.Limits.MostOpenLending)),
            ("contact.email", contact.Email), ("contact.phone", contact.Phone), ("contact.address", string.Join('\n', contact.Address)),
            ("contact.country", contact.Country), ("contact.language", contact.Language is { } language ? Names.Of(language) : null),
        ];
    }

    /// <param name="before">The current entry; null for a new one.</param>
    public static PartnerForm Read(PageForm form, Partner? before, Fields faults) => new()
    {
        Name = form["name"] ?? string.Empty,
        NameZhHant = form["nameZhHant"],
        Tier = form.Required<Tier>("tier", faults),
        Kind = form.Choice<PartnerKind>("kind", faults),
        AgencyId = form["agencyId"] ?? string.Empty,
        AgencyIds = form.Lines("agencyIds") is { Count: > 0 } ids ? ids : null,
        Protocol = form.Choice<Protocol>("protocol", faults) ?? Protocol.Callbacks,
        IsoVersion = form.Choice<IsoVersion>("isoVersion", faults),
        Vendor = form.Choice<Vendor>("vendor", faults) ?? Vendor.Plain,
        Endpoint = form["endpoint"]?.Trim(),
        Secrets = form["secrets"]?.Trim() is { } secret ? [secret, .. form.Has("keepSecret") ? before?.Secrets.Take(1) ?? [] : []] : null,
        BoundSignatures = form.Has("boundSignatures"),
        GatewayAuthenticated = form.Has("gatewayAuthenticated"),
        Active = form.Has("active"),
        Blocked = form.Has("blocked"),
        Lends = new LentServices { Loan = form.Has("lends.loan"), Copy = form.Has("lends.copy") },
        Charges = new UsualCharges { Loan = Charge(form, "charges.loan", faults), Copy = Charge(form, "charges.copy", faults) },
        Reciprocal = form.Has("reciprocal"),
        Calendar = form["calendar.zone"]?.Trim() is { } zone ? Calendar(form, zone, faults) : null,
        Closures = [.. form.Lines("closures").Select(line => Closure(line, faults)).OfType<Closure>()],
        Days = new UsualDays
        {
            Response = form.Number("days.response", faults),
            LoanDelivery = form.Number("days.loanDelivery", faults),
            CopyDelivery = form.Number("days.copyDelivery", faults)
        },
        LoanTerms = new LoanTerms
        {
            Days = form.Number("loanTerms.days", faults),
            Renewable = form.Has("loanTerms.renewable"),
            LibraryUseOnly = form.Has("loanTerms.libraryUseOnly")
        },
        Limits = new PartnerLimits
        {
            MostOpenRequests = form.Number("limits.mostOpenRequests", faults),
            MostOpenLending = form.Number("limits.mostOpenLending", faults)
        },
        Contact = new PartnerContact
        {
            Email = form["contact.email"],
            Phone = form["contact.phone"],
            Address = form.Lines("contact.address"),
            Country = form["contact.country"]?.Trim(),
            Language = form.Choice<LetterLanguage>("contact.language", faults),
        },
        Sample = before?.Sample ?? false,
    };

    private static WorkingCalendar Calendar(PageForm form, string zone, Fields faults) => new()
    {
        Zone = zone,
        WorkingWeekdays = form.Choices<Weekday>("calendar.workingWeekdays", faults),
        HolidaySet = form.Choice<HolidaySet>("calendar.holidaySet", faults) ?? HolidaySet.None,
        Holidays = [.. form.Lines("calendar.holidays").Select(line => Date(line, "calendar.holidays", faults)).OfType<DateOnly>()],
        Source = form["calendar.source"],
    };

    private static Closure? Closure(string line, Fields faults)
    {
        if (line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is [var from, var to, var why] && TryDate(from, out var first)
            && TryDate(to, out var last))
        {
            return new Closure(first, last, why);
        }

        faults.Fault("closures", "wrong-type", "A line such as 2026-12-24 2026-12-27 Christmas.");
        return null;
    }

    private static DateOnly? Date(string text, string field, Fields faults)
    {
        if (TryDate(text, out var date))
        {
            return date;
        }

        faults.Fault(field, "wrong-type", "A date such as 2026-12-20.");
        return null;
    }

    private static Money? Charge(PageForm form, string field, Fields faults) =>
        form.Amount(field, faults) is { } amount ? new Money(form[$"{field}.currency"]?.Trim() ?? OwnCurrency, amount) : null;

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static (string, string?) Box(string name, bool ticked) => (name, ticked ? "yes" : null);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
