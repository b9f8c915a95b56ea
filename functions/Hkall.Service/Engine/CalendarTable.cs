using System.Globalization;
using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>The closures and the lists of holidays that staff enter: a row for each, in one partition, so that one query reads them all.</summary>
public sealed class CalendarTable(IRows rows, IRandom random)
{
    /// <summary>The most closures kept; those over for more than a year are removed with the next entry.</summary>
    public const int MostClosures = 100;

    /// <summary>Fines and reports of a year look back at closures, and nothing looks further.</summary>
    private const int KeptDays = 400;

    private const int MostYears = 60;
    private const int MaxTries = 8;

    public string NewId() => RequestIds.Base32(random.Bytes(10));

    public async Task<StoredCalendar> ReadAsync(CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(
            RowTable.Pointers, Keys.CalendarPartition, Keys.ClosuresFrom, Keys.HolidaysTo, MostClosures + MostYears, openOnly: false, cancellation);
        return new StoredCalendar(
            [.. found.Where(row => IsClosure(row.Key)).Select(row => StoredJson.Read<StoredClosure>(row.Body)).OrderBy(closure => closure.From)],
            [.. found.Where(row => !IsClosure(row.Key)).Select(row => StoredJson.Read<StoredYear>(row.Body))]);
    }

    /// <summary>Adds a closure, and removes those that are long over.</summary>
    /// <returns>False if there are too many.</returns>
    public async Task<bool> AddAsync(StoredClosure closure, CancellationToken cancellation)
    {
        var kept = (await ReadAsync(cancellation)).Closures;
        var old = kept.Where(known => known.To.AddDays(KeptDays) < closure.From && known.Moved is not null).ToList();
        if (kept.Count - old.Count >= MostClosures)
        {
            return false;
        }

        var added = await rows.CommitAsync(
            RowTable.Pointers, Keys.CalendarPartition,
            [new RowWrite.Insert(RowOf(Keys.Closure(closure.Id), closure)), .. old.Take(RowLimits.WritesPerTransaction - 1)
                .Select(known => new RowWrite.Delete(Keys.Closure(known.Id)))],
            cancellation);
        return added.Committed || await rows.FindAsync(RowTable.Pointers, Keys.CalendarPartition, Keys.Closure(closure.Id), cancellation) is not null;
    }

    /// <summary>Changes a closure.</summary>
    /// <param name="change">The closure after the change; null to leave it.</param>
    /// <returns>The closure as it now stands; null if there is none.</returns>
    public Task<StoredClosure?> ChangeClosureAsync(string id, Func<StoredClosure, StoredClosure?> change, CancellationToken cancellation) =>
        ChangeAsync<StoredClosure>(Keys.Closure(id), known => known is null ? null : change(known), cancellation);

    /// <summary>Adds, replaces or changes the list of a year.</summary>
    /// <param name="change">The list after the change, from the list before; null to leave it.</param>
    public Task<StoredYear?> ChangeYearAsync(int year, Func<StoredYear?, StoredYear?> change, CancellationToken cancellation) =>
        ChangeAsync(Keys.Holidays(year), change, cancellation);

    private async Task<T?> ChangeAsync<T>(string key, Func<T?, T?> change, CancellationToken cancellation)
        where T : class
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await rows.FindAsync(RowTable.Pointers, Keys.CalendarPartition, key, cancellation);
            var before = row is null ? null : StoredJson.Read<T>(row.Body);
            if (change(before) is not { } after)
            {
                return before;
            }

            var next = RowOf(key, after) with { ETag = row?.ETag };
            var written = await rows.CommitAsync(
                RowTable.Pointers, Keys.CalendarPartition, [row is null ? new RowWrite.Insert(next) : new RowWrite.Replace(next)], cancellation);
            if (written.Committed)
            {
                return after;
            }
        }

        throw new InvalidOperationException("The calendar kept being changed by others.");
    }

    private Row RowOf<T>(string key, T content) => new(Keys.CalendarPartition, key, StoredJson.Write(content), NewId());

    private static bool IsClosure(string key) => string.Compare(key, Keys.HolidaysFrom, CultureInfo.InvariantCulture, CompareOptions.Ordinal) < 0;
}
