using System.Text.RegularExpressions;
using Hkall.Domain;
using Hkall.Domain.Returning;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Storage;
using Hkall.Simulation.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.Simulation.Tests;

/// <summary>I1: the queue says that it has the message, and now and then has not.</summary>
internal sealed class ForgetfulQueue : Sabotage
{
    public override IMessageQueue Queue(World world, IMessageQueue queue) => new Forgetting(queue);

    private sealed class Forgetting(IMessageQueue queue) : IMessageQueue
    {
        private int _sent;

        public Task SendAsync(string body, CancellationToken cancellation) => ++_sent % 5 == 0 ? Task.CompletedTask : queue.SendAsync(body, cancellation);

        public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation) =>
            queue.ReceiveAsync(max, invisibleFor, cancellation);

        public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) => queue.DeleteAsync(message, cancellation);

        public Task<int> CountAsync(CancellationToken cancellation) => queue.CountAsync(cancellation);
    }
}

/// <summary>Rows in which something is altered on the way to the store, or that are another's.</summary>
internal abstract class AlteredRows : Sabotage
{
    public override IRows Rows(World world, IRows rows) => new Altering(world, rows, this);

    protected virtual Row Written(World world, Row row) => row;

    protected virtual string PartitionOf(World world, RowTable table, string partition, string from) => partition;

    private sealed class Altering(World world, IRows rows, AlteredRows how) : IRows
    {
        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
            rows.FindAsync(table, how.PartitionOf(world, table, partition, key), key, cancellation);

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
            rows.RangeAsync(table, how.PartitionOf(world, table, partition, from), from, to, take, openOnly, cancellation);

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            rows.CommitAsync(table, partition, [.. writes.Select(Altered)], cancellation);

        private RowWrite Altered(RowWrite write) => write switch
        {
            RowWrite.Insert(var row) => new RowWrite.Insert(how.Written(world, row)),
            RowWrite.Replace(var row) => new RowWrite.Replace(how.Written(world, row)),
            RowWrite.Put(var row) => new RowWrite.Put(how.Written(world, row)),
            _ => write,
        };
    }
}

/// <summary>I2: some events are lost from the journal.</summary>
internal sealed partial class LostEvents : AlteredRows
{
    protected override Row Written(World world, Row row) =>
        row.Key.StartsWith("j:", StringComparison.Ordinal) ? row with { Body = Reminders().Replace(row.Body, string.Empty) } : row;

    [GeneratedRegex("""\{"event":"(pickup|due|download|cost|declaration)-reminded"\},?""")]
    private static partial Regex Reminders();
}

/// <summary>I3: a mailer that sends each mail twice.</summary>
internal sealed class TwiceMailer : Sabotage
{
    public override IMailer Mailer(World world, IMailer mailer) => new Twice(mailer);

    private sealed class Twice(IMailer mailer) : IMailer
    {
        public async Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation)
        {
            await mailer.SendAsync(mail, cancellation);
            return await mailer.SendAsync(mail, cancellation);
        }

        public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) => mailer.WasSentAsync(operationId, cancellation);
    }
}

/// <summary>I4: a rule by which a request is completed as soon as anything is late.</summary>
internal sealed class HastyRule : Sabotage
{
    public override RequestProcessor<PatronRequest, RequestEvent, RequestCommand> Processor(IServiceProvider services) => new Hasty(
        services.GetRequiredService<Service.Engine.RequestStore<PatronRequest, RequestEvent>>(),
        services.GetRequiredService<Service.Engine.RequestCache<PatronRequest>>(),
        services.GetRequiredService<KeyedLock>(),
        services.GetRequiredService<OutboxDispatcher<PatronRequest, RequestEvent>>(),
        services.GetRequiredService<IRequestScheduler>(),
        services.GetRequiredService<RuleBooks>(),
        services.GetRequiredService<TimeProvider>());

    private sealed class Hasty(
        RequestStore<PatronRequest, RequestEvent> store, RequestCache<PatronRequest> cache, KeyedLock locks,
        OutboxDispatcher<PatronRequest, RequestEvent> dispatcher, IRequestScheduler scheduler, RuleBooks books, TimeProvider clock)
        : RequestProcessor<PatronRequest, RequestEvent, RequestCommand>(store, cache, locks, dispatcher, scheduler, books, clock, NullLogger.Instance)
    {
        public override RequestCommand DeadlineCommand(Deadline deadline) => new DeadlineReached(deadline.Id);

        protected override Decision<PatronRequest, RequestEvent> Decide(PatronRequest request, RequestCommand command, DateTimeOffset now)
        {
            if (command is not DeadlineReached(var id) || request.Deadline is not { } deadline || deadline.Id != id || deadline.At > now)
            {
                return new Ignored<PatronRequest, RequestEvent>(request, [], [], "It is not due.");
            }

            RequestEvent done = new LoanCompleted(StatedReason.InWords("hasty"));
            return new Decided<PatronRequest, RequestEvent>(RequestFold.Apply(request, done, now), [done], []);
        }
    }
}

/// <summary>I5: whoever wakes requests forgets them, and the sweep says that it has swept.</summary>
internal sealed class SleepyHouse : Sabotage
{
    public override IRequestScheduler Waker(World world, IRequestScheduler scheduler) => new Deaf();

    public override ISweep Sweep(ISweep sweep) => new Idle(sweep);

    private sealed class Deaf : IRequestScheduler
    {
        public Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation) => Task.CompletedTask;

        public void MessageQueued()
        {
        }
    }

    private sealed class Idle(ISweep sweep) : ISweep
    {
        public Task<int> RunAsync(CancellationToken cancellation) => Task.FromResult(0);

        public Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation) =>
            sweep.DueEntriesAsync(cancellation);
    }
}

/// <summary>I6: a mailer that now and then never comes back, so that whoever called waits for ever.</summary>
internal sealed class HangingMailer : Sabotage
{
    public override IMailer Mailer(World world, IMailer mailer) => new Hanging(mailer);

    private sealed class Hanging(IMailer mailer) : IMailer
    {
        private int _sent;

        public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation) =>
            ++_sent % 4 == 0 ? new TaskCompletionSource<MailResult>().Task : mailer.SendAsync(mail, cancellation);

        public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) => mailer.WasSentAsync(operationId, cancellation);
    }
}

/// <summary>I7: a query that reads another patron's partition.</summary>
internal sealed class WrongPartition : AlteredRows
{
    /// <summary>Only the look into My Requests: everything else goes on as it should.</summary>
    protected override string PartitionOf(World world, RowTable table, string partition, string from) =>
        table == RowTable.Requests && from == Keys.RequestsFrom && world.Ledger.Stories.FirstOrDefault(story => story.PatronId != partition) is { } another
            ? another.PatronId : partition;
}

/// <summary>I8: a row that says who asked.</summary>
internal sealed class TellTaleRows : AlteredRows
{
    protected override Row Written(World world, Row row) =>
        row.Key.StartsWith("k:", StringComparison.Ordinal) ? row with { Commit = world.Patrons.All[0].Person.Email } : row;
}

/// <summary>I9: a policy by which a file may be downloaded once more than the page says.</summary>
internal sealed class OneDownloadMore : Sabotage
{
    public override RuleBook Book(RuleBook book) => book with { Policy = book.Policy with { DownloadsAllowed = book.Policy.DownloadsAllowed + 1 } };
}

/// <summary>I10: a service that takes no notice of what an order says was seen or meant.</summary>
internal sealed class BlindService : Sabotage
{
    public override OrderTerms Terms(OrderTerms terms) => terms with { Seen = null };

    public override RequestCommand Ordered(RequestCommand order) => order with { Meant = null };
}
