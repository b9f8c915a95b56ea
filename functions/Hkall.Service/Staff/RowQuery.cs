using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Mvc;

namespace Hkall.Service.Staff;

/// <summary>Which rows of a list of requests are wanted, and in which order: the query of a worklist. An empty member means nothing.</summary>
public sealed record RowQuery
{
    /// <summary>One of <see cref="RowSort.Names"/>, with a hyphen before it for the other direction.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>The symbol of the library that supplies, or is asked.</summary>
    [FromQuery(Name = "library")]
    public string? Library { get; init; }

    [FromQuery(Name = "service")]
    public string? Service { get; init; }

    [FromQuery(Name = "tier")]
    public string? Tier { get; init; }

    [FromQuery(Name = "office")]
    public string? Office { get; init; }

    /// <summary>Only requests that have stood as they are for so many days.</summary>
    [FromQuery(Name = "age")]
    public string? Age { get; init; }

    private const int LongestAge = 999;

    /// <summary>The members that narrow the list, by their names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filters => new[] { ("library", Library), ("service", Service), ("tier", Tier), ("office", Office), ("age", Age) }
        .Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => KeyValuePair.Create(one.Item1, one.Item2!));

    /// <summary>Whether a request is wanted.</summary>
    /// <exception cref="BadInputException">A member has no meaning.</exception>
    public Func<PatronRequest, bool> Wanted(DateTimeOffset now)
    {
        var fields = new Fields();
        var service = Chosen<ServiceType>("service", Service, fields);
        var tier = Chosen<Tier>("tier", Tier, fields);
        var days = 0;
        if (!string.IsNullOrEmpty(Age) && (!int.TryParse(Age, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > LongestAge))
        {
            fields.Fault("age", "bad-query", $"A number of days, at most {LongestAge}.");
        }

        foreach (var (name, text) in new[] { ("library", Library), ("office", Office) }.Where(one => one.Item2?.Length > Limits.Identifier))
        {
            fields.Fault(name, "too-long", $"At most {Limits.Identifier} characters.");
        }

        fields.ThrowIfAny();
        return request => (service is null || request.Service == service)
            && (tier is null || request.Supplier?.Tier == tier)
            && (string.IsNullOrEmpty(Library) || string.Equals(StaffRow.LibraryOf(request), Library, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(Office) || string.Equals(request.Office, Office, StringComparison.OrdinalIgnoreCase))
            && (days == 0 || (request.StatusSince ?? request.PlacedAt) <= now.AddDays(-days));
    }

    private static T? Chosen<T>(string name, string? text, Fields fields)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<T>().Where(value => Names.Of(value) == text))
        {
            return value;
        }

        fields.Fault(name, "bad-query", $"One of {string.Join(", ", Enum.GetValues<T>().Select(Names.Of))}.");
        return null;
    }
}
