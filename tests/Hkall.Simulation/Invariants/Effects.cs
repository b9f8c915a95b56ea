using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Storage;
using Hkall.Simulation.Outside;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Invariants;

/// <summary>What left the service, against what events caused.</summary>
public sealed class Effects(Ledger ledger, World world)
{
    private readonly Dictionary<string, (Story Story, Effect Effect)> _caused = [];
    private readonly Dictionary<string, int> _sent = [];
    private readonly Dictionary<string, HashSet<string>> _batches = [];

    /// <summary>Of two reminders about one request in one mail it is not told which of them it was.</summary>
    private readonly HashSet<string> _perhaps = [];

    /// <summary>An entry was committed with these effects.</summary>
    public void Caused(Story story, int eventsBefore, JournalEntry<RequestEvent> entry)
    {
        foreach (var item in entry.Outbox)
        {
            if (item.Key != $"{story.Id}:{eventsBefore + 1}:{item.Effect.Kind}" || !_caused.TryAdd(item.Key, (story, item.Effect)))
            {
                ledger.Fail(Invariant.I3, $"{item.Key} is not the key of an effect of its own.");
            }

            if (item.Effect is MessageSupplier { Word: RequestingAction.AcceptCost } && !entry.Events.OfType<CostAccepted>().Any())
            {
                ledger.Fail(Invariant.I9, $"{item.Key}: a charge was accepted in nobody's name.");
            }
        }
    }

    /// <summary>A mail waits in the tray, perhaps together with others.</summary>
    public void Waits(Row row)
    {
        var item = StoredJson.Read<QueuedMail>(row.Body);
        if (item.Batch is { } batch)
        {
            (_batches.TryGetValue(batch, out var together) ? together : _batches[batch] = []).Add(item.Key);
        }
    }

    public void Mailed(Mail mail)
    {
        ledger.Secrets.LookInMail($"{mail.Subject}\n{mail.Text}\n{mail.Html}", mail.To);
        if (_caused.ContainsKey(mail.OperationId))
        {
            Count(mail.OperationId, mail);
        }
        else if (_batches.TryGetValue(mail.OperationId, out var together))
        {
            // Of what was once to go together, what is no longer true is left out.
            var about = mail.AlsoAbout.Append(mail.RequestId).ToHashSet();
            foreach (var sameRequest in together.Order(StringComparer.Ordinal).GroupBy(key => _caused[key].Story.Id).Where(same => about.Contains(same.Key)))
            {
                foreach (var key in sameRequest)
                {
                    Count(key, mail);
                    if (sameRequest.Count() > 1)
                    {
                        _perhaps.Add(key);
                    }
                }
            }
        }
        else
        {
            ledger.Fail(Invariant.I3, $"A mail was sent as {mail.OperationId}, which nothing caused.");
        }
    }

    public void Told(HeardWord heard, byte[] body)
    {
        if (!_caused.TryGetValue(heard.MessageId, out var cause) || cause.Effect is not MessageSupplier told || told.Symbol != heard.To
            || told.Word != heard.Message)
        {
            ledger.Fail(Invariant.I3, $"{heard.To} was told {heard.Message} as {heard.MessageId}, which nothing caused.");
            return;
        }

        var text = System.Text.Encoding.UTF8.GetString(body);
        ledger.Secrets.Look($"a message to {heard.To}", text);
        if (text.Contains(cause.Story.PatronId, StringComparison.Ordinal))
        {
            ledger.Fail(Invariant.I8, $"A message to {heard.To} says whose {heard.RequestId} is.");
        }

        _sent[heard.MessageId] = _sent.GetValueOrDefault(heard.MessageId) + 1;
    }

    /// <summary>All is over: what was to be done was done, and once.</summary>
    public void Settled(OutboxItem item)
    {
        var sent = _sent.GetValueOrDefault(item.Key);
        if (item.IsOwed)
        {
            ledger.Fail(Invariant.I6, $"{item.Key} is still {item.State}: {item.Note}.");
        }
        else if (sent > 1 && (!item.OutcomeUnknown || (item.Effect is SendNotice && world.Post.CanTell)))
        {
            ledger.Fail(Invariant.I3, $"{item.Key} was sent {sent} times, and nothing says that it might be.");
        }
        else if (item.Effect is SendNotice or MessageSupplier && item.State == Delivery.Delivered && sent == 0)
        {
            ledger.Fail(Invariant.I3, $"{item.Key} is on record as delivered, and was not.");
        }
        else if (item.State is Delivery.NotNeeded or Delivery.GivenUp && sent > 0 && !item.OutcomeUnknown && !_perhaps.Contains(item.Key))
        {
            ledger.Fail(Invariant.I3, $"{item.Key} is on record as {item.State}, and was sent.");
        }
    }

    private void Count(string key, Mail mail)
    {
        _sent[key] = _sent.GetValueOrDefault(key) + 1;
        var (story, effect) = _caused[key];
        if (effect is not SendNotice)
        {
            ledger.Fail(Invariant.I3, $"{key} is no mail, and was mailed.");
        }

        if (world.Patrons.All.FirstOrDefault(patron => patron.Id == story.PatronId)?.Person.Email != mail.To)
        {
            ledger.Fail(Invariant.I7, $"{key} was mailed to {mail.To}.");
        }
    }
}
