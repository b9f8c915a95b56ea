using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Keeping;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// The partner libraries of the bench. They receive our messages and answer by their script in their own time. Their planned
/// steps survive the process, and are dropped only when the service has accepted them.
/// </summary>
public sealed partial class SimulatedLibraries : IDueWork, IDisposable
{
    /// <summary>Stands for every library in a script.</summary>
    public const string Everyone = "*";

    /// <summary>The tries of one step, a minute apart: a service that is away for longer has a larger problem.</summary>
    public const int MostTries = 500;

    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly LibraryList _list;
    private readonly LibraryCalendar _calendar;
    private readonly TimeProvider _clock;
    private readonly ICallbacks _callbacks;
    private readonly WorkSignal _bell;
    private readonly ILogger<SimulatedLibraries> _logger;
    private readonly KeptLines<LibraryEntry> _entries;
    private readonly LibraryMemory _memory;

    public SimulatedLibraries(
        LibraryList list, LibraryCalendar calendar, BenchFolder folder, TimeProvider clock, ICallbacks callbacks, WorkSignal signal,
        ILogger<SimulatedLibraries> logger)
    {
        (_list, _calendar, _clock, _callbacks, _bell, _logger) = (list, calendar, clock, callbacks, signal, logger);
        _entries = new KeptLines<LibraryEntry>(folder, "libraries.jsonl");
        _memory = new LibraryMemory(list);
        foreach (var entry in _entries.All)
        {
            _memory.Apply(entry);
        }
    }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _memory.NextDue;
            }
        }
    }

    public bool Busy => false;

    /// <summary>Receives a message for a library. A repeated message changes only the count.</summary>
    /// <returns>Whether the library's system accepted it.</returns>
    public bool Hear(SimulatedLibrary library, OutgoingMessage message)
    {
        bool taken;
        lock (_lock)
        {
            if (_memory.Find(library.Symbol, message.MessageId) is { } known)
            {
                Enter(new HeardAgain(library.Symbol, message.MessageId));
                taken = !ScenarioOf(known.Scenario).SystemDown;
            }
            else
            {
                var heard = React(library, message);
                Enter(heard);
                taken = !ScenarioOf(heard.Scenario).SystemDown;
            }
        }

        _bell.Notify();
        return taken;
    }

    /// <summary>
    /// Sets what a library, or <see cref="Everyone"/>, does with its next requests; the last scenario repeats. An empty list ends
    /// the script.
    /// </summary>
    public void Script(string symbol, IReadOnlyList<string> next)
    {
        lock (_lock)
        {
            foreach (var library in _list.All.Where(library => symbol == Everyone || library.Symbol == symbol))
            {
                Enter(new Scripted(library.Symbol, next));
            }
        }
    }

    /// <summary>The messages the library has received from us, oldest first.</summary>
    public IReadOnlyList<ReceivedMessage> ReceivedBy(string symbol)
    {
        lock (_lock)
        {
            return _memory.ReceivedBy(symbol);
        }
    }

    /// <summary>Sends only the first step; the driver calls again for the next one when the service has processed this one.</summary>
    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        PendingStep? step;
        lock (_lock)
        {
            step = _memory.Due(now);
        }

        if (step is null)
        {
            return;
        }

        var outcome = await _callbacks.SendAsync(step, cancellation);
        lock (_lock)
        {
            switch (outcome)
            {
                case CallbackOutcome.Ended ended:
                    Enter(new StepEnded(step.Step.MessageId, ended.Status));
                    break;
                case CallbackOutcome.Later when step.Tries + 1 >= MostTries:
                    Enter(new StepEnded(step.Step.MessageId, "given-up"));
                    break;
                case CallbackOutcome.Later:
                    _memory.Postpone(step, now + RetryAfter);
                    break;
            }
        }

        Said(step.Library.Symbol, Names.Of(step.Step.News), step.Answers.RequestId, outcome.Status);
    }

    public void Dispose() => _entries.Dispose();

    private static Scenario ScenarioOf(string name) => Scenarios.Find(name) ?? throw new InvalidOperationException($"There is no scenario {name}.");

    private Heard React(SimulatedLibrary library, OutgoingMessage message)
    {
        var now = _clock.GetUtcNow();
        var known = _memory.CaseOf(library.Symbol, message.RequestId);
        var name = (message.Message == RequestingAction.Request ? _memory.NextInScript(library.Symbol) : known.Scenario) ?? Usual(message.Service);
        var scenario = ScenarioOf(name);
        var reaction = scenario.SystemDown
            ? new Reaction([], DropsPending: false) : Planning.Reaction(scenario, message.Message, message.Service, known.HasLeft);
        var steps = Planning.Plan(library, message.RequestId, scenario, reaction.Steps, known.Steps + 1, now, _calendar);
        return new Heard(library.Symbol, message, now, name, reaction.DropsPending, steps);
    }

    private static string Usual(ServiceType service) => service switch
    {
        ServiceType.Loan => Scenarios.Loan,
        ServiceType.Copy => Scenarios.Copy,
    };

    private void Enter(LibraryEntry entry)
    {
        _entries.Append(entry);
        _memory.Apply(entry);
    }

    [LoggerMessage(5401, LogLevel.Information, "{Symbol} sent {News} for request {RequestId}: {Outcome}.")]
    private partial void Said(string symbol, string news, string requestId, string outcome);
}
