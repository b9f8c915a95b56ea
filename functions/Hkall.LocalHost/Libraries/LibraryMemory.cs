using Hkall.Domain;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>What the simulated libraries know, made up from their entries alone. Not for several threads at once.</summary>
internal sealed class LibraryMemory(LibraryList libraries)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReceivedMessage>> _received = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Symbol, string RequestId), Case> _cases = [];
    private readonly Dictionary<string, PendingStep> _pending = new(StringComparer.Ordinal);

    public DateTimeOffset? NextDue => _pending.Count == 0 ? null : _pending.Values.Min(step => step.At);

    /// <summary>The next step that is due: the earliest, and within a request in the order of its steps.</summary>
    public PendingStep? Due(DateTimeOffset now) => _pending.Values
        .Where(step => step.At <= now)
        .OrderBy(step => step.At)
        .ThenBy(step => step.Answers.RequestId, StringComparer.Ordinal)
        .ThenBy(step => step.Library.Symbol, StringComparer.Ordinal)
        .ThenBy(step => step.Step.Number)
        .FirstOrDefault();

    public IReadOnlyList<ReceivedMessage> ReceivedBy(string symbol) => _received.TryGetValue(symbol, out var messages) ? [.. messages] : [];

    public ReceivedMessage? Find(string symbol, string messageId) =>
        _received.TryGetValue(symbol, out var messages) ? messages.Find(one => one.Message.MessageId == messageId) : null;

    /// <summary>What the library does with its next request: its script's next word, else what is usual.</summary>
    public string? NextInScript(string symbol) => _scripts.TryGetValue(symbol, out var next) && next is [var first, ..] ? first : null;

    public Case CaseOf(string symbol, string requestId) => _cases.GetValueOrDefault((symbol, requestId)) ?? new Case(null, 0, HasLeft: false);

    public void Apply(LibraryEntry entry)
    {
        switch (entry)
        {
            case Scripted scripted:
                _scripts[scripted.Symbol] = scripted.Next;
                break;
            case Heard heard:
                Apply(heard);
                break;
            case HeardAgain again when Find(again.Symbol, again.MessageId) is { } known:
                known.Deliveries++;
                break;
            case StepEnded ended when _pending.Remove(ended.MessageId, out var step):
                if (step.Step.News is News.Shipped or News.Scan)
                {
                    var key = (step.Library.Symbol, step.Answers.RequestId);
                    _cases[key] = _cases[key] with { HasLeft = true };
                }

                break;
            default:
                // Of a library that is no longer on the list.
                break;
        }
    }

    /// <summary>The step, and whatever of the same request was to follow it before that, waits until then.</summary>
    public void Postpone(PendingStep failed, DateTimeOffset until)
    {
        foreach (var step in _pending.Values.Where(step => step.Answers.RequestId == failed.Answers.RequestId && step.Library == failed.Library && step.At < until).ToList())
        {
            _pending[step.Step.MessageId] = step with { At = until, Tries = step.Tries + (step.Step.MessageId == failed.Step.MessageId ? 1 : 0) };
        }
    }

    private void Apply(Heard heard)
    {
        if (libraries.Find(heard.Symbol) is not { } library)
        {
            return;
        }

        var message = heard.Message;
        if (!_received.TryGetValue(heard.Symbol, out var messages))
        {
            _received[heard.Symbol] = messages = [];
        }

        messages.Add(new ReceivedMessage(message, heard.ReceivedAt, heard.Scenario));
        if (message.Message == RequestingAction.Request && _scripts.TryGetValue(heard.Symbol, out var script) && script.Count > 1)
        {
            // The last one repeats.
            _scripts[heard.Symbol] = [.. script.Skip(1)];
        }

        if (heard.DropsPending)
        {
            foreach (var moot in _pending.Values.Where(step => step.Library == library && step.Answers.RequestId == message.RequestId).ToList())
            {
                _pending.Remove(moot.Step.MessageId);
            }
        }

        foreach (var step in heard.Steps)
        {
            _pending[step.MessageId] = new PendingStep(library, message, step, step.Due);
        }

        var before = CaseOf(heard.Symbol, message.RequestId);
        _cases[(heard.Symbol, message.RequestId)] = before with { Scenario = heard.Scenario, Steps = before.Steps + heard.Steps.Count };
    }

    /// <summary>A request as one library sees it.</summary>
    /// <param name="Scenario">How it behaves; null where it has not heard of the request.</param>
    /// <param name="Steps">Steps planned so far.</param>
    /// <param name="HasLeft">The item or the scan was sent.</param>
    internal sealed record Case(string? Scenario, int Steps, bool HasLeft);
}

/// <summary>A message a library has received from us, and how often.</summary>
public sealed class ReceivedMessage(OutgoingMessage message, DateTimeOffset receivedAt, string scenario)
{
    public OutgoingMessage Message => message;

    public DateTimeOffset ReceivedAt => receivedAt;

    public string Scenario => scenario;

    public int Deliveries { get; internal set; } = 1;
}
