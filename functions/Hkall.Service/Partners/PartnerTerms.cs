using System.Text.Json.Serialization;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Partners;

/// <summary>The services a partner supplies.</summary>
public sealed record LentServices
{
    public bool Loan { get; init; } = true;

    public bool Copy { get; init; } = true;

    public bool Of(ServiceType service) => service switch
    {
        ServiceType.Loan => Loan,
        ServiceType.Copy => Copy,
    };
}

/// <summary>A partner's usual charges; null: none, or unknown.</summary>
public sealed record UsualCharges
{
    public Money? Loan { get; init; }

    public Money? Copy { get; init; }

    public Money? Of(ServiceType service) => service switch
    {
        ServiceType.Loan => Loan,
        ServiceType.Copy => Copy,
    };
}

/// <summary>A standard set of general holidays, so that an entry need not list them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolidaySet>))]
public enum HolidaySet
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("hong-kong")] HongKong,
}

/// <summary>A partner's working days, in its own zone.</summary>
public sealed record WorkingCalendar
{
    /// <summary>An IANA name: <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    public IReadOnlyList<Weekday> WorkingWeekdays { get; init; } = [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Thursday, Weekday.Friday];

    public HolidaySet HolidaySet { get; init; } = HolidaySet.None;

    /// <summary>Holidays besides the set, as dates of its zone.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Where the days were published.</summary>
    public string? Source { get; init; }
}

/// <summary>Days on which a partner supplies nothing, both ends inclusive, as dates of its zone.</summary>
public sealed record Closure(DateOnly From, DateOnly To, string Why);

/// <summary>Working days a partner usually takes; null for those of its tier.</summary>
public sealed record UsualDays
{
    /// <summary>From our request to its yes or no.</summary>
    public int? Response { get; init; }

    /// <summary>From our request to the item at our counter.</summary>
    public int? LoanDelivery { get; init; }

    /// <summary>From our request to the scan.</summary>
    public int? CopyDelivery { get; init; }

    public int? DeliveryOf(ServiceType service) => service switch
    {
        ServiceType.Loan => LoanDelivery,
        ServiceType.Copy => CopyDelivery,
    };
}

/// <summary>The terms on which a partner lends.</summary>
public sealed record LoanTerms
{
    /// <summary>Calendar days; null if the partner states them with each item.</summary>
    public int? Days { get; init; }

    public bool Renewable { get; init; } = true;

    public bool LibraryUseOnly { get; init; }
}

/// <summary>Limits on the exchange with a partner; null: no limit of its own.</summary>
public sealed record PartnerLimits
{
    /// <summary>The most open requests of ours there at once.</summary>
    public int? MostOpenRequests { get; init; }

    /// <summary>The most open requests of theirs here at once.</summary>
    public int? MostOpenLending { get; init; }
}

/// <summary>Contact details of a partner's offices, not of persons.</summary>
public sealed record PartnerContact
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The postal address, line by line as on a label.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>ISO 3166-1, two letters: <c>HK</c>.</summary>
    public string? Country { get; init; }

    /// <summary>The language of our letters to it; null: English.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LetterLanguage? Language { get; init; }

    /// <summary>The language of our letters to it.</summary>
    internal NoticeLanguage Reads() => Language switch
    {
        LetterLanguage.English or null => NoticeLanguage.English,
        LetterLanguage.TraditionalChinese => NoticeLanguage.TraditionalChinese,
    };
}
