using System.Diagnostics;
using Hkall.Service.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>
/// The storage requests of one run, in their phases, and in each phase in the flow that sent them: what one caller sent one
/// after the other is replayed one after the other.
/// </summary>
internal sealed class StorageTrace
{
    private static readonly AsyncLocal<int> Caller = new();

    private readonly List<(string Name, Dictionary<int, List<Func<BareStorage, Task>>> Flows)> _phases = [];
    private readonly Lock _lock = new();

    /// <summary>Which caller this is, for all that it awaits.</summary>
    public int Flow
    {
        set => Caller.Value = value;
    }

    public int Count { get; private set; }

    public void Begin(string phase)
    {
        lock (_lock)
        {
            _phases.Add((phase, []));
        }
    }

    public IRows Over(IRows rows) => new Rows(rows, this);

    public IMessageQueue Over(IMessageQueue queue) => new Queue(queue, this);

    public async Task<TimeSpan> ReplayAsync(BareStorage storage, int atOnce)
    {
        var time = Stopwatch.StartNew();
        foreach (var (_, flows) in _phases)
        {
            await Parallel.ForEachAsync(flows.Values, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (flow, _) =>
            {
                foreach (var send in flow)
                {
                    await send(storage);
                }
            });
        }

        return time.Elapsed;
    }

    private void Note(Func<BareStorage, Task> request)
    {
        lock (_lock)
        {
            // What was asked before the first phase is no part of it.
            if (_phases is not [.., var (_, flows)])
            {
                return;
            }

            if (!flows.TryGetValue(Caller.Value, out var flow))
            {
                flows[Caller.Value] = flow = [];
            }

            flow.Add(request);
            Count++;
        }
    }

    private sealed class Rows(IRows rows, StorageTrace trace) : IRows
    {
        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation)
        {
            trace.Note(bare => bare.FindAsync(table, partition, key));
            return rows.FindAsync(table, partition, key, cancellation);
        }

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation)
        {
            trace.Note(bare => bare.RangeAsync(table, partition, from, to, take, openOnly));
            return rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation);
        }

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
        {
            trace.Note(bare => bare.CommitAsync(table, partition, writes));
            return rows.CommitAsync(table, partition, writes, cancellation);
        }
    }

    private sealed class Queue(IMessageQueue queue, StorageTrace trace) : IMessageQueue
    {
        public Task SendAsync(string body, CancellationToken cancellation)
        {
            trace.Note(bare => bare.SendAsync(body));
            return queue.SendAsync(body, cancellation);
        }

        public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation)
        {
            trace.Note(bare => bare.ReceiveAsync(max, invisibleFor));
            return queue.ReceiveAsync(max, invisibleFor, cancellation);
        }

        public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation)
        {
            trace.Note(bare => bare.DeleteOneAsync());
            return queue.DeleteAsync(message, cancellation);
        }

        public Task<int> CountAsync(CancellationToken cancellation) => queue.CountAsync(cancellation);
    }
}
