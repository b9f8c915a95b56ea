using System.Globalization;

namespace Hkall.Service.Web;

/// <summary>
/// Pages of a list that changes while staff read it. The cursor is a position in the list, not an entry: finished work has left
/// the list since, and the entries after it are still found.
/// </summary>
public static class Paging
{
    public const int LargestPage = 100;

    private const int UsualPage = 20;
    private const char Between = '_';

    /// <param name="place">The position of an entry; entries are sorted by it.</param>
    /// <exception cref="BadInputException">The limit or the cursor is invalid.</exception>
    public static Page<TRow> Of<T, TRow>(
        IEnumerable<T> entries, Func<T, (DateTimeOffset At, string Id)> place, Func<T, TRow> row, string? limit, string? after)
    {
        var take = LimitOf(limit);
        if (after is not null)
        {
            var reached = Read(after);
            entries = entries.Where(entry => Compare(place(entry), reached) > 0);
        }

        var page = entries.Take(take + 1).ToList();
        return page.Count > take
            ? new Page<TRow>([.. page.Take(take).Select(row)], Write(place(page[take - 1])))
            : new Page<TRow>([.. page.Select(row)], null);
    }

    /// <summary>The same for a list in another order than by time. An entry without a key comes last, whichever way the list is sorted.</summary>
    /// <param name="key">What the list is sorted by, without regard to case.</param>
    /// <exception cref="BadInputException">The limit or the cursor is invalid.</exception>
    public static Page<TRow> Sorted<T, TRow>(
        IEnumerable<T> entries, Func<T, string?> key, Func<T, string> id, bool descending, Func<T, TRow> row, string? limit, string? after)
    {
        var take = LimitOf(limit);
        var sorted = entries.Select(entry => (Entry: entry, Place: (Key: Trimmed(key(entry)), Id: id(entry)))).ToList();
        sorted.Sort((one, other) => Compare(one.Place, other.Place, descending));
        var reached = after is null ? default((string? Key, string Id)?) : ReadKey(after);
        var rest = sorted.Where(entry => reached is not { } last || Compare(entry.Place, last, descending) > 0).Take(take + 1).ToList();
        return rest.Count > take
            ? new Page<TRow>([.. rest.Take(take).Select(entry => row(entry.Entry))], Write(rest[take - 1].Place))
            : new Page<TRow>([.. rest.Select(entry => row(entry.Entry))], null);
    }

    /// <summary>As much of a key as a cursor holds.</summary>
    private const int LongestKey = 40;

    private static string? Trimmed(string? key) => key is { Length: > 0 } ? Excerpt(key.ToUpperInvariant()) : null;

    private static string Excerpt(string key) =>
        key.Length <= LongestKey ? key : char.IsHighSurrogate(key[LongestKey - 1]) ? key[..(LongestKey - 1)] : key[..LongestKey];

    private static int Compare((string? Key, string Id) one, (string? Key, string Id) other, bool descending) => (one.Key, other.Key) switch
    {
        (null, null) => string.CompareOrdinal(one.Id, other.Id),
        (null, _) => 1,
        (_, null) => -1,
        ({ } mine, { } its) => string.CompareOrdinal(mine, its) is not 0 and var by ? (descending ? -by : by) : string.CompareOrdinal(one.Id, other.Id),
    };

    private static string Write((string? Key, string Id) place) =>
        $"{(place.Key is { } key ? Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key)) : string.Empty)}{Between}{place.Id}";

    private static (string? Key, string Id) ReadKey(string cursor) =>
        cursor.Split(Between) is [{ Length: <= LongestKey * 8 } hex, { Length: > 0 and <= 64 } id] && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit)
            ? (hex.Length == 0 ? null : System.Text.Encoding.UTF8.GetString(Convert.FromHexString(hex)), id)
            : throw BadInputException.Field("after", "bad-query", "The cursor is that of the page before.");

    public static int LimitOf(string? limit) => limit is null
        ? UsualPage
        : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LargestPage
            ? number
            : throw BadInputException.Field("limit", "bad-query", $"A number from 1 to {LargestPage}.");

    private static string Write((DateTimeOffset At, string Id) place) =>
        string.Create(CultureInfo.InvariantCulture, $"{place.At.UtcTicks}{Between}{place.Id}");

    private static (DateTimeOffset At, string Id) Read(string cursor) =>
        cursor.Split(Between) is [var ticks, { Length: > 0 and <= 64 } id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.UtcTicks
            ? (new DateTimeOffset(at, TimeSpan.Zero), id)
            : throw BadInputException.Field("after", "bad-query", "The cursor is that of the page before.");

    private static int Compare((DateTimeOffset At, string Id) one, (DateTimeOffset At, string Id) other) =>
        one.At.CompareTo(other.At) is not 0 and var byTime ? byTime : string.CompareOrdinal(one.Id, other.Id);
}
