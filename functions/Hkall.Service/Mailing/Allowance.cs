using System.Text.Json.Serialization;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Mailing;

/// <summary>How many of the mails asked for may go now; if none, when the next may.</summary>
/// <param name="TurnAt">When the next mail of the person may go, if they have had their share of mails; it is reserved for them.</param>
public sealed record Grant(int Count, DateTimeOffset NextAt, DateTimeOffset? TurnAt = null);

/// <summary>
/// The rest of the mail service's allowance, shared by all processes: one row, replaced in the version that was read. The
/// process that wrote it last uses its cached copy, so that a mail usually costs one storage request, and none if there are
/// no limits.
/// </summary>
public sealed class Allowance(IRows rows, MailLimits limits, IRandom random) : IDisposable
{
    private const string Partition = "allowance";
    private const string Key = "a";

    /// <summary>Tries at the row while other processes send; each failure means that another process sent a mail.</summary>
    private const int MaxTries = 12;

    private readonly IReadOnlyList<Window> _windows = limits.Windows;
    private readonly SemaphoreSlim _turn = new(1);
    private Row? _remembered;
    private Book _own = new();

    /// <summary>Takes up to <paramref name="wanted"/>. While mails are waiting, a new mail takes something only if it has the first priority.</summary>
    /// <param name="forTray">The mails are from the queue.</param>
    /// <param name="person">The key of the person whose mail it is, if their share counts.</param>
    public Task<Grant> TakeAsync(
        int wanted, bool first, bool forTray, DateTimeOffset now, CancellationToken cancellation, string? person = null) =>
        ChangeAsync(
            book =>
            {
                var shares = book.Shares;
                if (person is not null && _windows.Count > 0)
                {
                    (shares, var turnAt) = MailShares.Take(book.Shares, person, now);
                    if (turnAt > now)
                    {
                        return (book with { Shares = shares }, new Grant(0, turnAt, turnAt));
                    }
                }

                // A mail that has to wait for the others has had its turn of the person's all the same.
                var counted = shares == book.Shares ? null : book with { Shares = shares };
                if (book.ClosedUntil is { } closed && closed > now)
                {
                    return (counted, new Grant(0, closed));
                }

                if (book.Waiting && !first && !forTray)
                {
                    return (counted, new Grant(0, now));
                }

                var (free, nextAt) = (wanted, now);
                foreach (var window in _windows)
                {
                    var (left, at) = window.Of(book.SentIn(window), first, now);
                    (free, nextAt) = (Math.Min(free, left), at > nextAt ? at : nextAt);
                }

                return free == 0
                    ? (counted, new Grant(0, nextAt))
                    : (_windows.Count == 0 ? null : book.After(_windows, free, now) with { Shares = shares }, new Grant(free, now));
            },
            worthReading: grant => grant.Count == 0,
            cancellation);

    /// <summary>Records when the mail service said that it may be asked again.</summary>
    public Task CloseAsync(DateTimeOffset until, CancellationToken cancellation) =>
        ChangeAsync(book => (book.ClosedUntil >= until ? null : book with { ClosedUntil = until }, true), worthReading: _ => false, cancellation);

    /// <summary>Records whether mails are waiting for allowance, so that later mails do not overtake them.</summary>
    public Task WaitingAsync(bool waiting, CancellationToken cancellation) =>
        ChangeAsync(book => (book.Waiting == waiting ? null : book with { Waiting = waiting }, true), worthReading: _ => false, cancellation);

    public void Dispose() => _turn.Dispose();

    private async Task<T> ChangeAsync<T>(Func<Book, (Book? After, T Answer)> change, Func<T, bool> worthReading, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_windows.Count == 0)
            {
                // Without limits, nothing is shared; we only remember what the mail service said last.
                var (own, said) = change(_own);
                _own = own ?? _own;
                return said;
            }

            for (var tries = 0; tries < MaxTries; tries++)
            {
                var fresh = _remembered is null;
                var row = _remembered ?? await rows.FindAsync(RowTable.Post, Partition, Key, cancellation);
                var (after, answer) = change(row is null ? new Book() : StoredJson.Read<Book>(row.Body));
                if (after is null)
                {
                    if (fresh || !worthReading(answer))
                    {
                        _remembered = row;
                        return answer;
                    }

                    // Only the stored version can say "none": the cached one may be out of date.
                    _remembered = null;
                    continue;
                }

                var written = new Row(Partition, Key, StoredJson.Write(after), RequestIds.Base32(random.Bytes(10))) { ETag = row?.ETag };
                var result =
                    await rows.CommitAsync(
                        RowTable.Post, Partition, [row is null ? new RowWrite.Insert(written) : new RowWrite.Replace(written)], cancellation);
                if (result.Committed)
                {
                    _remembered = written with { ETag = result.ETags[0] };
                    return answer;
                }

                _remembered = null;
            }

            throw new StorageUnavailableException("The allowance of mails is being changed by others all the time.");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The row: how many mails were sent in each grain of each window.</summary>
    private sealed record Book
    {
        public IReadOnlyDictionary<string, IReadOnlyDictionary<long, int>> Sent { get; init; } = new Dictionary<string, IReadOnlyDictionary<long, int>>();

        public DateTimeOffset? ClosedUntil { get; init; }

        public bool Waiting { get; init; }

        /// <summary>The turns of persons who had mails lately; see <see cref="MailShares"/>.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyDictionary<string, IReadOnlyList<long>>? Shares { get; init; }

        public IReadOnlyDictionary<long, int> SentIn(Window window) => Sent.GetValueOrDefault(window.Name) ?? new Dictionary<long, int>();

        public Book After(IReadOnlyList<Window> windows, int sent, DateTimeOffset now) => this with
        {
            Sent = windows.ToDictionary(
                window => window.Name,
                IReadOnlyDictionary<long, int> (window) =>
                {
                    var grains = SentIn(window).Where(grain => window.OverAt(grain.Key) > now).ToDictionary();
                    grains[window.GrainOf(now)] = grains.GetValueOrDefault(window.GrainOf(now)) + sent;
                    return grains;
                }),
        };
    }
}
