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
