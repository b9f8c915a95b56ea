using System.Text.Json.Serialization;
using Hkall.Domain.Charging;
using Hkall.Domain.Placing;

namespace Hkall.Service.Partners;

/// <summary>What a partner supplies.</summary>
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

/// <summary>What a partner usually charges; null: nothing, or not known.</summary>
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

/// <summary>The general holidays a partner keeps, where they need not be listed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolidaySet>))]
public enum HolidaySet
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("hong-kong")] HongKong,
}

/// <summary>On which days a partner works, in its own zone.</summary>
public sealed record WorkingCalendar
{
    /// <summary>An IANA name: <c>Europe/London</c>.</summary>
    public required string Zone { get; init; }

    public IReadOnlyList<Weekday> WorkingWeekdays { get; init; } = [Weekday.Monday, Weekday.Tuesday, Weekday.Wednesday, Weekday.Thursday, Weekday.Friday];

    public HolidaySet HolidaySet { get; init; } = HolidaySet.None;

    /// <summary>Holidays besides the set, as dates of its zone.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];

    /// <summary>Where the days were read.</summary>
    public string? Source { get; init; }
}

/// <summary>Days on which a partner supplies nothing, both included, as dates of its zone.</summary>
public sealed record Closure(DateOnly From, DateOnly To, string Why);

/// <summary>Working days a partner usually takes; null: those of its tier.</summary>
public sealed record UsualDays
{
    /// <summary>From our request to its yes or no.</summary>
    public int? Response { get; init; }

    /// <summary>From our request to the item at our desk.</summary>
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
    /// <summary>Calendar days; null: it says so with each item.</summary>
    public int? Days { get; init; }

    public bool Renewable { get; init; } = true;

    public bool LibraryUseOnly { get; init; }
}

/// <summary>How much is exchanged with a partner at most; null: no limit of its own.</summary>
public sealed record PartnerLimits
{
    /// <summary>Requests of ours that may be open there at once.</summary>
    public int? MostOpenRequests { get; init; }

    /// <summary>Requests of its that may be open here at once.</summary>
    public int? MostOpenLending { get; init; }
}

/// <summary>Where people of a partner are reached. Of offices, not of persons.</summary>
public sealed record PartnerContact
{
    public string? Email { get; init; }

    public string? Phone { get; init; }

    /// <summary>The postal address, line by line, as it is written on a label.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>ISO 3166-1, two letters: <c>HK</c>.</summary>
    public string? Country { get; init; }
}
