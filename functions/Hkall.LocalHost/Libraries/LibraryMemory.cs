using Hkall.Domain;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>The state of the simulated libraries, built only from their entries. Not thread-safe.</summary>
internal sealed class LibraryMemory(LibraryList libraries)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _scripts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ReceivedMessage>> _received = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Symbol, string RequestId), Case> _cases = [];
    private readonly Dictionary<string, PendingStep> _pending = new(StringComparer.Ordinal);

    public DateTimeOffset? NextDue => _pending.Count == 0 ? null : _pending.Values.Min(step => step.At);

    /// <summary>The next step that is due: the earliest one, and within a request in the order of its steps.</summary>
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

    /// <summary>The scenario for the library's next request: the next one of its script, else the usual one.</summary>
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
                // The library is no longer on the list.
                break;
        }
    }

    /// <summary>Delays the step until then, and the request's later steps with it.</summary>
    public void Postpone(PendingStep failed, DateTimeOffset until)
    {
        foreach (var step in _pending.Values.Where(
            step => step.Answers.RequestId == failed.Answers.RequestId && step.Library == failed.Library && step.At < until).ToList())
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

    /// <summary>A request from the view of one library.</summary>
    /// <param name="Scenario">Its scenario; null where the library has not received the request.</param>
    /// <param name="Steps">Steps planned so far.</param>
    /// <param name="HasLeft">The item or the scan was sent.</param>
    internal sealed record Case(string? Scenario, int Steps, bool HasLeft);
}

/// <summary>A message that a library has received from us, and how often.</summary>
public sealed class ReceivedMessage(OutgoingMessage message, DateTimeOffset receivedAt, string scenario)
{
    public OutgoingMessage Message => message;

    public DateTimeOffset ReceivedAt => receivedAt;

    public string Scenario => scenario;

    public int Deliveries { get; internal set; } = 1;
}
