using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

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

    /// <summary><c>me</c>, <c>nobody</c>, or the key of the member of staff who takes care of it.</summary>
    [FromQuery(Name = "assigned")]
    public string? Assigned { get; init; }

    [FromQuery(Name = "tag")]
    public string? Tag { get; init; }

    private const int LongestAge = 999;

    /// <summary>Reads the query of an address; members that a list has not are left out.</summary>
    public static RowQuery Parse(string? query)
    {
        var read = QueryHelpers.ParseQuery(query);
        return new RowQuery
        {
            Sort = Of("sort"),
            Library = Of("library"),
            Service = Of("service"),
            Tier = Of("tier"),
            Office = Of("office"),
            Age = Of("age"),
            Assigned = Of("assigned"),
            Tag = Of("tag"),
        };

        string? Of(string name) => read.TryGetValue(name, out var values) ? values[0] : null;
    }

    /// <summary>As the query of an address.</summary>
    public override string ToString() => string.Join(
        '&', Filters.Concat(string.IsNullOrEmpty(Sort) ? [] : [KeyValuePair.Create("sort", Sort)]).Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"));

    /// <summary>The members that narrow the list, by their names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filters => new[] { ("library", Library), ("service", Service), ("tier", Tier), ("office", Office), ("age", Age), ("assigned", Assigned), ("tag", Tag) }
        .Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => KeyValuePair.Create(one.Item1, one.Item2!));

    /// <summary>Whether a request is wanted.</summary>
    /// <param name="me">The key of the member of staff who asks.</param>
    /// <exception cref="BadInputException">A member has no meaning.</exception>
    public Func<PatronRequest, bool> Wanted(DateTimeOffset now, string me)
    {
        var fields = new Fields();
        var service = Chosen<ServiceType>("service", Service, fields);
        var tier = Chosen<Tier>("tier", Tier, fields);
        var days = 0;
        if (!string.IsNullOrEmpty(Age) && (!int.TryParse(Age, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > LongestAge))
        {
            fields.Fault("age", "bad-query", $"A number of days, at most {LongestAge}.");
        }

        foreach (var (name, text) in new[] { ("library", Library), ("office", Office), ("assigned", Assigned), ("tag", Tag) }.Where(one => one.Item2?.Length > Limits.Identifier))
        {
            fields.Fault(name, "too-long", $"At most {Limits.Identifier} characters.");
        }

        fields.ThrowIfAny();
        return request => (service is null || request.Service == service)
            && (tier is null || request.Supplier?.Tier == tier)
            && (string.IsNullOrEmpty(Library) || string.Equals(StaffRow.LibraryOf(request), Library, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(Office) || string.Equals(request.Office, Office, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(Tag) || request.Tags?.Contains(Tag) == true)
            && (Assigned switch
            {
                null or "" => true,
                StaffCommands.Nobody => request.AssignedTo is null,
                StaffCommands.Me => request.AssignedTo?.Staff == me,
                var other => request.AssignedTo?.Staff == other,
            })
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
