using System.Globalization;
using System.Text.Json;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Notices.Letters;

/// <summary>
/// The letters that staff changed: for each its newest version, the versions before it, and what went wrong with it. All in one partition,
/// so that a version and its entry in the history are one write, and one query reads all letters as they are now.
/// </summary>
public sealed class LetterTable(IRows rows, IRandom random)
{
    /// <summary>The versions kept of a letter; older ones leave with the next change. Nobody goes back further.</summary>
    public const int MostVersions = 50;

    private const string Partition = "letters";
    private const int MaxTries = 8;

    /// <summary>Failures and newest versions are adjacent: <c>fell|…</c>, <c>now|…</c>; the history is <c>was|…</c>.</summary>
    private const string StatesFrom = "fell|";
    private const string StatesTo = "now}";

    /// <summary>All letters that were ever changed.</summary>
    public async Task<IReadOnlyDictionary<LetterKey, LetterState>> ReadAsync(CancellationToken cancellation)
    {
        var found = (await rows.RangeAsync(
            RowTable.Letters, Partition, StatesFrom, StatesTo, 2 * LetterKey.All.Count, openOnly: false, cancellation)).ToDictionary(row => row.Key);
        return LetterKey.All
            .Where(key => found.ContainsKey(Now(key)))
            .ToDictionary(key => key, key => StateOf(found[Now(key)], found.GetValueOrDefault(Fell(key))));
    }

    public async Task<LetterState> FindAsync(LetterKey key, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Letters, Partition, Now(key), cancellation) is { } row
            ? StateOf(row, await rows.FindAsync(RowTable.Letters, Partition, Fell(key), cancellation))
            : LetterState.Untouched;

    /// <summary>The versions that are kept, newest first. One that cannot be read is left out.</summary>
    public async Task<IReadOnlyList<StoredLetter>> HistoryAsync(LetterKey key, CancellationToken cancellation) =>
    [
        .. (await rows.RangeAsync(RowTable.Letters, Partition, $"was|{key}|", $"was|{key}}}", 2 * MostVersions, openOnly: false, cancellation))
            .Select(row => Read<StoredLetter>(row)).OfType<StoredLetter>().OrderByDescending(letter => letter.Version),
    ];

    /// <summary>Adds a version.</summary>
    /// <param name="seen">The version that the change was made from; null: whatever is there.</param>
    /// <param name="next">The version; its number is set here.</param>
    /// <returns>The letter as it now is, and whether it was changed: not if another version than the seen one was there.</returns>
    public async Task<(StoredLetter? Now, bool Changed)> ChangeAsync(LetterKey key, int? seen, StoredLetter next, CancellationToken cancellation)
    {
        var commit = RequestIds.Base32(random.Bytes(10));
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await rows.FindAsync(RowTable.Letters, Partition, Now(key), cancellation);
            var before = row is null ? null : Read<StoredLetter>(row);
            if (row?.Commit == commit)
            {
                return (before, true);
            }

            // A row that cannot be read has a number all the same: its entry in the history does.
            var last = row is null ? 0 : before?.Version ?? await LastAsync(key, cancellation);
            if (seen is not null && seen != (before?.Version ?? 0))
            {
                return (before, false);
            }

            var after = next with { Version = last + 1 };
            var body = StoredJson.Write(after);
            var current = new Row(Partition, Now(key), body, commit) { ETag = row?.ETag };
            var old = Was(key, after.Version - MostVersions);
            List<RowWrite> writes =
            [
                row is null ? new RowWrite.Insert(current) : new RowWrite.Replace(current),
                new RowWrite.Put(new Row(Partition, Was(key, after.Version), body, commit)),
            ];
            if (after.Version > MostVersions && await rows.FindAsync(RowTable.Letters, Partition, old, cancellation) is not null)
            {
                writes.Add(new RowWrite.Delete(old));
            }

            if ((await rows.CommitAsync(RowTable.Letters, Partition, writes, cancellation)).Committed)
            {
                return (after, true);
            }
        }

        throw new InvalidOperationException("The letter kept being changed by others.");
    }

    /// <summary>Keeps that a version could not be used, for staff to see.</summary>
    public Task FailedAsync(LetterKey key, LetterFailure failure, CancellationToken cancellation) => rows.CommitAsync(
        RowTable.Letters,
        Partition,
        [new RowWrite.Put(new Row(Partition, Fell(key), StoredJson.Write(failure), RequestIds.Base32(random.Bytes(10))))],
        cancellation);

    private async Task<int> LastAsync(LetterKey key, CancellationToken cancellation) =>
        (await rows.RangeAsync(RowTable.Letters, Partition, $"was|{key}|", $"was|{key}}}", 2 * MostVersions, openOnly: false, cancellation))
            .Select(row => int.TryParse(row.Key.Split('|')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0).Max();

    private static LetterState StateOf(Row now, Row? fell)
    {
        var current = Read<StoredLetter>(now);
        var failure = fell is null ? null : Read<LetterFailure>(fell);

        // A failure of an earlier version says nothing about this one.
        return new LetterState(current, current is null, failure?.Version == (current?.Version ?? 0) ? failure : null);
    }

    private static T? Read<T>(Row row)
        where T : class
    {
        try
        {
            return StoredJson.Read<T>(row.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Now(LetterKey key) => $"now|{key}";

    private static string Fell(LetterKey key) => $"fell|{key}";

    private static string Was(LetterKey key, int version) => string.Create(CultureInfo.InvariantCulture, $"was|{key}|{version:D6}");
}
