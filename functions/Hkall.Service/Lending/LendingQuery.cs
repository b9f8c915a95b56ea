using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Hkall.Service.Lending;

/// <summary>Which rows of a list of requests to lend are wanted, and in which order. An empty member means nothing.</summary>
public sealed record LendingQuery
{
    /// <summary>By the next deadline: the order of a list that is asked for no other.</summary>
    public const string Usual = "next";

    private static readonly Dictionary<string, Func<LendingRequest, string?>> Keys = new()
    {
        [Usual] = request => Of(Urgent(request)),
        ["title"] = request => request.Item.ShortTitle,
        ["library"] = request => request.Borrower.Symbol,
        ["call-number"] = request => request.Holding.CallNumber,
        ["age"] = request => Of(request.AskedAt),
        ["unread"] = request => request.Unread is { } unread ? Of(unread.Since) : null,
        ["due"] = request => request.DueOn?.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
    };

    /// <summary>One of <see cref="Orders"/>, with a hyphen before it for the other direction.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>The symbol of the borrowing library.</summary>
    [FromQuery(Name = "library")]
    public string? Library { get; init; }

    [FromQuery(Name = "service")]
    public string? Service { get; init; }

    public static IEnumerable<string> Orders => Keys.Keys;

    /// <summary>Reads the query of an address; members that a list has not are left out.</summary>
    public static LendingQuery Parse(string? query)
    {
        var read = QueryHelpers.ParseQuery(query);
        return new LendingQuery { Sort = Of("sort"), Library = Of("library"), Service = Of("service") };

        string? Of(string name) => read.TryGetValue(name, out var values) ? values[0] : null;
    }

    /// <summary>The request that follows another one in the list; null if the other one does not stand in it, or is the last.</summary>
    /// <exception cref="BadInputException">The query is invalid.</exception>
    public string? After(IReadOnlyList<LendingRequest> standing, string id) =>
        PageOf(standing, Paging.LargestPage.ToString(CultureInfo.InvariantCulture), null).Items
            .Select(row => row.Id).SkipWhile(other => other != id).Skip(1).FirstOrDefault();

    /// <summary>The members that narrow the list, by their names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filters => new[] { ("library", Library), ("service", Service) }
        .Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => KeyValuePair.Create(one.Item1, one.Item2!));

    /// <exception cref="BadInputException">The query, the limit or the cursor is invalid.</exception>
    public Page<LendingRow> PageOf(IReadOnlyList<LendingRequest> standing, string? limit, string? after)
    {
        var some = standing.Where(Wanted()).ToList();
        var page = string.IsNullOrEmpty(Sort) || Sort == Usual
            ? Paging.Of(some.OrderBy(request => (Urgent(request), request.Id)), request => (Urgent(request), request.Id), LendingRow.Of, limit, after)
            : Keys.TryGetValue(Sort[0] == '-' ? Sort[1..] : Sort, out var key)
                ? Paging.Sorted(some, key, request => request.Id, Sort[0] == '-', LendingRow.Of, limit, after)
                : throw BadInputException.Field("sort", "bad-query", $"One of {string.Join(", ", Orders)}, with a hyphen before it for the other direction.");
        return page with { Total = some.Count };
    }

    private Func<LendingRequest, bool> Wanted()
    {
        if (Library?.Length > Web.Limits.Identifier)
        {
            throw BadInputException.Field("library", "too-long", $"At most {Web.Limits.Identifier} characters.");
        }

        if (!string.IsNullOrEmpty(Service) && Enum.GetValues<ServiceType>().All(service => Names.Of(service) != Service))
        {
            throw BadInputException.Field("service", "bad-query", $"One of {string.Join(", ", Enum.GetValues<ServiceType>().Select(Names.Of))}.");
        }

        return request => (string.IsNullOrEmpty(Library) || string.Equals(request.Borrower.Symbol, Library, StringComparison.OrdinalIgnoreCase))
            && (string.IsNullOrEmpty(Service) || Names.Of(request.Service) == Service);
    }

    /// <summary>The instant at which it is due; a closed request that a list still holds was due when it closed.</summary>
    private static DateTimeOffset Urgent(LendingRequest request) => request.Deadline?.At ?? request.ClosedAt ?? request.AskedAt;

    private static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture);
}
