using Hkall.Domain.Model;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>Checks an entry of the directory before it is stored. An entry is one row of 32 Ki characters: limits on its lists make any entry fit.</summary>
internal static class PartnerChecks
{
    /// <summary>Two while one replaces the other, and a spare.</summary>
    private const int MostSecrets = 3;

    /// <summary>A university answers for its branch libraries; none has more than this.</summary>
    private const int MostAgencyIds = 20;

    /// <summary>Five years of twenty holidays.</summary>
    private const int MostHolidays = 100;

    /// <summary>A few years of closures.</summary>
    private const int MostClosures = 40;

    /// <summary>Building works may close a library for a year; if it takes longer, the partner should be inactive.</summary>
    private const int LongestClosureDays = 400;

    /// <summary>Upper bound, longer than any library's own figure; catches values entered in the wrong unit.</summary>
    private const int MostDays = 400;

    /// <summary>A label has room for this many.</summary>
    private const int MostAddressLines = 8;

    public static Uri? Address(Fields fields, string field, string? endpoint, Protocol protocol, OutwardReach reach)
    {
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            if (protocol is Protocol.Callbacks or Protocol.Iso18626)
            {
                fields.Fault(field, "bad-address", "An absolute https address; only a partner written to by mail or asked by hand has none.");
            }

            return null;
        }

        if (endpoint.Length > Limits.Title || !Uri.TryCreate(endpoint, UriKind.Absolute, out var address))
        {
            fields.Fault(field, "bad-address", "An absolute https address.");
            return null;
        }

        switch (ForeignAddress.FaultOf(address, reach))
        {
            case null:
                return address;
            case AddressFault.NotHttps:
                fields.Fault(field, "bad-address", "An absolute https address.");
                return null;
            case AddressFault.HasCredentials:
                fields.Fault(field, "address-with-credentials", "An address without a user name or password in it.");
                return null;
            case AddressFault.NotPublic:
                fields.Fault(field, "address-not-public", "An address on the public internet, not on a private network.");
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static void Check(Fields fields, string prefix, Partner partner)
    {
        CheckSecrets(fields, prefix, partner);
        if (partner.AgencyIds.Count > MostAgencyIds || partner.AgencyIds.Any(id => id.Length is 0 or > Limits.Short)
            || partner.AgencyIds[0] != partner.AgencyId)
        {
            fields.Fault($"{prefix}agencyIds", "bad-agency-ids", $"1 to {MostAgencyIds} ids, the first of them the agency id.");
        }

        Check(fields, $"{prefix}charges.loan", partner.Charges.Loan);
        Check(fields, $"{prefix}charges.copy", partner.Charges.Copy);
        CheckCalendar(fields, prefix, partner.Calendar);
        CheckClosures(fields, prefix, partner.Closures);
        fields.Number($"{prefix}days.response", partner.Days.Response, 0, MostDays);
        fields.Number($"{prefix}days.loanDelivery", partner.Days.LoanDelivery, 0, MostDays);
        fields.Number($"{prefix}days.copyDelivery", partner.Days.CopyDelivery, 0, MostDays);
        fields.Number($"{prefix}loanTerms.days", partner.LoanTerms.Days, 1, MostDays);
        fields.Number($"{prefix}limits.mostOpenRequests", partner.Limits.MostOpenRequests, 0, 100_000);
        fields.Number($"{prefix}limits.mostOpenLending", partner.Limits.MostOpenLending, 0, 100_000);
        CheckContact(fields, prefix, partner.Contact);
        if (partner is { Protocol: Protocol.Mail, Contact.Email: null })
        {
            fields.Fault($"{prefix}contact.email", "missing-member", "A partner written to by mail needs an address.");
        }
    }

    private static void CheckSecrets(Fields fields, string prefix, Partner partner)
    {
        // A partner behind a gateway, or one that writes by mail, signs nothing; our JSON messages are always signed. A partner we do not ask
        // yet may get its secret later.
        var least = !partner.TakesPart
            ? 0 : partner.Protocol == Protocol.Callbacks || (partner.Protocol == Protocol.Iso18626 && !partner.GatewayAuthenticated) ? 1 : 0;
        if (partner.Secrets.Count < least || partner.Secrets.Count > MostSecrets || !partner.Secrets.All(IsSecret))
        {
            fields.Fault($"{prefix}secrets", "bad-secret", $"{least} to {MostSecrets} secrets: whsec_ and the base64 of 24 to 64 bytes.");
        }
    }

    private static void CheckCalendar(Fields fields, string prefix, WorkingCalendar? calendar)
    {
        if (calendar is null)
        {
            return;
        }

        if (calendar.Zone.Length > Limits.Short || !TimeZoneInfo.TryFindSystemTimeZoneById(calendar.Zone, out var zone) || !zone.HasIanaId)
        {
            fields.Fault($"{prefix}calendar.zone", "unknown-zone", "The IANA name of a time zone, such as Europe/London.");
        }

        if (calendar.WorkingWeekdays is [] || calendar.WorkingWeekdays.Distinct().Count() != calendar.WorkingWeekdays.Count)
        {
            fields.Fault($"{prefix}calendar.workingWeekdays", "bad-weekdays", "One to seven days of the week, each once.");
        }

        if (calendar.Holidays.Count > MostHolidays || calendar.Holidays.Distinct().Count() != calendar.Holidays.Count)
        {
            fields.Fault($"{prefix}calendar.holidays", "bad-holidays", $"At most {MostHolidays} dates, each once.");
        }

        fields.Text($"{prefix}calendar.source", calendar.Source, Limits.Reason);
    }

    private static void CheckClosures(Fields fields, string prefix, IReadOnlyList<Closure> closures)
    {
        if (closures.Count > MostClosures)
        {
            fields.Fault($"{prefix}closures", "too-many", $"At most {MostClosures}.");
        }

        foreach (var (closure, i) in closures.Take(MostClosures).Select((closure, i) => (closure, i)))
        {
            if (closure is null)
            {
                fields.Fault($"{prefix}closures.{i}", "wrong-type", "It must not be null.");
                continue;
            }

            if (closure.To < closure.From || closure.To.DayNumber - closure.From.DayNumber >= LongestClosureDays)
            {
                fields.Fault($"{prefix}closures.{i}.to", "date-out-of-range", $"From the first day on, and fewer than {LongestClosureDays} days after it.");
            }

            if (fields.Text($"{prefix}closures.{i}.why", closure.Why, Limits.Reason) is null)
            {
                fields.Fault($"{prefix}closures.{i}.why", "missing-member", "It must not be empty.");
            }
        }
    }

    private static void CheckContact(Fields fields, string prefix, PartnerContact contact)
    {
        if (fields.Text($"{prefix}contact.email", contact.Email, Limits.Identifier) is not null && !MailAddresses.IsOne(contact.Email!.Trim()))
        {
            fields.Fault($"{prefix}contact.email", "bad-email", "An address such as ill@library.example.");
        }

        fields.Text($"{prefix}contact.phone", contact.Phone, Limits.Short);
        if (contact.Address.Count > MostAddressLines)
        {
            fields.Fault($"{prefix}contact.address", "too-many", $"At most {MostAddressLines} lines.");
        }

        foreach (var (line, i) in contact.Address.Take(MostAddressLines).Select((line, i) => (line, i)))
        {
            if (fields.Text($"{prefix}contact.address.{i}", line, Limits.Identifier) is null)
            {
                fields.Fault($"{prefix}contact.address.{i}", "missing-member", "It must not be empty.");
            }
        }

        if (contact.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
        {
            fields.Fault($"{prefix}contact.country", "unknown-country", "Two capital letters (ISO 3166-1).");
        }
    }

    private static void Check(Fields fields, string field, Money? charge)
    {
        if (charge is not null)
        {
            new MoneyForm(charge.Currency, charge.Amount).Check(fields, field);
        }
    }

    /// <summary>The contact as it is stored and shown: without the spaces around and the invisible characters within its texts.</summary>
    public static PartnerContact Cleaned(PartnerContact contact) => contact with
    {
        Email = contact.Email?.Trim(),
        Phone = contact.Phone is { } phone ? VisibleText.Of(phone) : null,
        Address = [.. contact.Address.Select(line => VisibleText.Of(line ?? string.Empty))],
    };

    private static bool IsSecret(string? secret)
    {
        const string prefix = "whsec_";
        var bytes = new byte[96];
        return secret is not null
            && secret.StartsWith(prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[prefix.Length..], bytes, out var length)
            && length is >= 24 and <= 64;
    }
}
