using System.Collections.Concurrent;
using System.Diagnostics;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Telemetry;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Whole journeys, and everything that leaves the patron's account on the way: no name, address, signature or word of theirs is in it.</summary>
public sealed class NobodyIsNamedTests
{
    private static readonly string[] Personal = ["Okafor", "okafor@", "Fernandes", "fernandes@", "Ngozi Signed", "for my seminar", "ln.example"];

    [Fact]
    public async Task No_log_queue_trace_partner_or_parked_message_names_anybody()
    {
        var (logs, queue, steps) = (new Logs(), new Recorded(new MemoryQueue(BenchServices.RealTime)), new ConcurrentQueue<string>());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RequestTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = step =>
                steps.Enqueue($"{step.DisplayName} {string.Join(' ', step.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {step.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var bench = await ABench.InMemoryAsync(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
            services.AddSingleton<IMessageQueue>(queue);
        });

        await LoanAsync(bench);
        await CopyAsync(bench);
        await bench.Library("HKU").SaysAsync("shipped", "7YBQTXCRG9ED4R6FMQ0ATT53EQ");
        await bench.SettleAsync();

        var parked = await bench.LendingStaff().GetAsync("/api/staff/parked");
        var sent = new List<string>();
        foreach (var partner in (await bench.GetAsync("/bench/partners")).ShouldBe(200).Json.Items())
        {
            sent.Add((await bench.GetAsync($"/bench/partners/{partner.At("symbol")}/sent")).ShouldBe(200).Text);
        }

        var rows = new List<string>();
        foreach (var (table, partition) in new[] { (RowTable.Pointers, "p"), (RowTable.Pointers, "e"), (RowTable.Parked, "parked"), (RowTable.Post, "tray"),
            (RowTable.Post, "allowance") })
        {
            rows.AddRange(
                (await bench.Service<IRows>().RangeAsync(table, partition, " ", "~", RowLimits.RowsPerPage, openOnly: false, CancellationToken.None)).Select(
                    row => $"{row.Key} {row.Body}"));
        }

        (string Where, IReadOnlyCollection<string> What)[] places =
            [("logs", logs.All), ("queue", queue.Bodies), ("traces", steps), ("partner messages", sent), ("parked messages", [parked.Text]), ("rows", rows)];
        foreach (var (where, what) in places)
        {
            what.ShouldNotBeEmpty(where);
            foreach (var word in Personal)
            {
                what.ShouldNotContain(text => text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{word} in {where}");
            }
        }
    }

    private static async Task LoanAsync(ABench bench)
    {
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id =
            await patron.HasPlacedAsync(
                new { service = "loan", note = "It is for my seminar.", item = new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" } });
        await bench.AdvanceAsync("P10D");
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("check-out", id);
        await bench.AdvanceAsync("P60D");
        await staff.DoesAsync("check-in", id);
        await staff.DoesAsync("send-back", id);
        await bench.AdvanceAsync("P30D");
        (await patron.StatusAsync(id)).ShouldBe("completed");
    }

    private static async Task CopyAsync(ABench bench)
    {
        var patron = bench.Patron("fernandes");
        var id = await patron.HasPlacedAsync(new
        {
            service = "copy",
            item = new { title = "Bell System Technical Journal", articleTitle = "A Mathematical Theory of Communication", issn = "0005-8580", volume = "27", pages = "379-423", year = 1948 },
            declaration = new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = true, signature = "Ngozi Signed" },
        });
        await bench.AdvanceAsync("P3D");
        (await patron.DownloadsAsync(id)).ShouldBe(200);
        await bench.AdvanceAsync("P20D");
        (await patron.StatusAsync(id)).ShouldBe("completed");
    }

    /// <summary>Everything that is logged, whatever its level.</summary>
    private sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }

    /// <summary>The queue, and all that was ever on it.</summary>
    private sealed class Recorded(IMessageQueue queue) : IMessageQueue
    {
        public ConcurrentQueue<string> Bodies { get; } = new();

        public Task SendAsync(string body, CancellationToken cancellation)
        {
            Bodies.Enqueue(body);
            return queue.SendAsync(body, cancellation);
        }

        public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation) =>
            queue.ReceiveAsync(max, invisibleFor, cancellation);

        public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) => queue.DeleteAsync(message, cancellation);

        public Task<int> CountAsync(CancellationToken cancellation) => queue.CountAsync(cancellation);
    }
}
