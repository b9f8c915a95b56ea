using System.Text.Json;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;

namespace Hkall.Simulation.Invariants;

/// <summary>What libraries said, against what is in the histories and what lies parked.</summary>
public sealed class Messages(Ledger ledger)
{
    private readonly HashSet<(string Request, string Mark)> _said = [];
    private readonly HashSet<(string Request, string Mark)> _acknowledged = [];
    private readonly HashSet<(string Request, string Mark)> _heard = [];
    private readonly HashSet<(string Request, string Mark)> _parked = [];

    public void Sent(PartnerMessage message) => _said.Add(KeyOf(message));

    /// <summary>The library was told that its message was received.</summary>
    public void Acknowledged(PartnerMessage message) => _acknowledged.Add(KeyOf(message));

    /// <summary>The queue lost it, as no queue should: nobody can be held to it.</summary>
    public void MessageDropped(string body)
    {
        if (Read(body) is { } message)
        {
            _parked.Add(KeyOf(message));
        }
    }

    public void Happened(string requestId, RequestEvent happened)
    {
        var mark = happened switch
        {
            // What staff heard by telephone came over no line of ours.
            MessageHeard { Word: not null } or MessageSetAside { Word: not null } => null,
            MessageHeard heard => RequestFold.MarkOf(heard.Symbol, heard.MessageId),
            MessageSetAside aside => RequestFold.MarkOf(aside.Symbol, aside.MessageId),
            _ => null,
        };
        if (mark is null)
        {
            return;
        }

        if (!_said.Contains((requestId, mark)))
        {
            ledger.Fail(Invariant.I1, $"{requestId} has heard {mark}, which nobody said.");
        }

        if (!_heard.Add((requestId, mark)))
        {
            ledger.Fail(Invariant.I1, $"{requestId} has heard {mark} twice.");
        }
    }

    public void Parked(Row row)
    {
        if (Read(StoredJson.Read<ParkedMessage>(row.Body).Body) is { } message)
        {
            _parked.Add(KeyOf(message));
        }
    }

    /// <summary>All is over: whatever was acknowledged was heard, or lies where staff see it.</summary>
    public void Settled()
    {
        foreach (var (request, mark) in _acknowledged.Where(key => !_heard.Contains(key) && !_parked.Contains(key)))
        {
            ledger.Fail(Invariant.I1, $"{mark} was acknowledged, and is neither in the history of {request} nor parked.");
        }
    }

    private static (string Request, string Mark) KeyOf(PartnerMessage message) => (message.RequestId, RequestFold.MarkOf(message.Symbol, message.MessageId));

    private static PartnerMessage? Read(string body)
    {
        try
        {
            return StoredJson.Read<Envelope>(body).Message;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
