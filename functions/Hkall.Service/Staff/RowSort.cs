using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The orders in which a list of requests can be read.</summary>
public static class RowSort
{
    /// <summary>By the next deadline: the order of a list that is asked for no other.</summary>
    public const string Usual = "next";

    private static readonly IReadOnlyDictionary<string, Func<PatronRequest, string?>> Keys = new Dictionary<string, Func<PatronRequest, string?>>
    {
        [Usual] = request => Of(request.Deadline?.At ?? request.ClosedAt ?? request.PlacedAt),
        ["title"] = request => request.Item.ShortTitle,
        ["library"] = StaffRow.LibraryOf,
        ["service"] = request => Domain.Names.Of(request.Service),
        ["status"] = request => Domain.Names.Of(request.Status),
        ["age"] = request => Of(request.StatusSince ?? request.PlacedAt),
        ["unread"] = request => Of(StaffRow.UnreadSinceOf(request)),
        ["placed"] = request => Of(request.PlacedAt),
        ["needed"] = request => Of(request.NeededBy),
        ["office"] = request => request.Office,
        ["hold"] = request => Of(request.Shelf?.Until),
        ["due"] = request => Of(request.Loan?.DueOn),
        ["lender-due"] = request => Of(request.Loan?.LenderDueOn),
    };

    public static IEnumerable<string> Names => Keys.Keys;

    /// <summary>The key of an order, and its direction; null for the usual order.</summary>
    /// <exception cref="BadInputException">There is no such order.</exception>
    public static (Func<PatronRequest, string?> Key, bool Descending)? Read(string? sort)
    {
        if (string.IsNullOrEmpty(sort) || sort == Usual)
        {
            return null;
        }

        return Keys.TryGetValue(sort[0] == '-' ? sort[1..] : sort, out var key)
            ? (key, sort[0] == '-')
            : throw BadInputException.Field("sort", "bad-query", $"One of {string.Join(", ", Names)}, with a hyphen before it for the other direction.");
    }

    private static string? Of(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture);

    private static string? Of(DateOnly? date) => date?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
