using System.Globalization;
using System.Text;
using Hkall.Domain.Model;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Outside;

/// <summary>How libraries speak to us: each message until it is acknowledged, and some of them again, otherwise, or about what is not theirs.</summary>
public sealed class Speech(World world)
{
    private static readonly TimeSpan[] Again = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(6), TimeSpan.FromDays(8)];
    private static readonly CallbackStatus[] Anything = Enum.GetValues<CallbackStatus>();
    private static readonly byte[] AScan = Encoding.UTF8.GetBytes("%PDF-1.7 a scan");

    private readonly Dice _dice = world.Dice.Fork(0x59EEC4);
    private int _messages;

    public void Say(string symbol, string requestId, CallbackStatus status, Func<PartnerMessage, PartnerMessage>? with = null)
    {
        SayOnly(symbol, requestId, status, with);
        Mischief(symbol, requestId);
    }

    /// <summary>What is said by mischief does not lead to more of it.</summary>
    private void SayOnly(string symbol, string requestId, CallbackStatus status, Func<PartnerMessage, PartnerMessage>? with = null)
    {
        var message = new PartnerMessage { MessageId = NextId(symbol), Symbol = symbol, RequestId = requestId, ReceivedAt = world.Stage.Now, Status = status };
        Send(with is null ? message : with(message));
    }

    /// <summary>The file first, then the word that it is there.</summary>
    public void SendScan(string symbol, string requestId)
    {
        var messageId = NextId(symbol);
        var scanId = ScanIds.For(requestId, symbol, messageId, "0");
        world.Callers.Ask(
            "scan", process => process.Blobs.WriteAsync(BlobContainer.Scans, scanId, new MemoryStream(AScan), AScan.Length, CancellationToken.None), stored =>
        {
            if (world.Faults.Strikes(FaultKind.ScanGone))
            {
                world.Blobs.DeleteAsync(BlobContainer.Scans, scanId, CancellationToken.None);
            }

            Send(new PartnerMessage
            {
                MessageId = messageId,
                Symbol = symbol,
                RequestId = requestId,
                ReceivedAt = world.Stage.Now,
                Scan = new Scan(scanId, "scan.pdf", "application/pdf", stored.Bytes, stored.Sha256),
            });
        });
    }

    /// <summary>Something that makes no sense where the request stands.</summary>
    public void Lie(string symbol, string requestId) => SayOnly(symbol, requestId, _dice.Pick(Anything));

    /// <summary>A message that nobody can read, put on the queue past all checks.</summary>
    public void Poison()
    {
        string[] bodies =
        [
            "not even json", "{}", """{"message":{"messageId":"x"}}""", """{"version":99,"letter":"?"}""", string.Concat(Enumerable.Repeat("[", 200)),
            new string('x', 40_000),
        ];
        world.Queue.SendAsync(_dice.Pick(bodies), CancellationToken.None);
    }

    private void Send(PartnerMessage message, bool again = true)
    {
        world.Ledger.Messages.Sent(message);
        world.Callers.Ask(
            "message",
            async process =>
            {
                await process.Envelopes.SendAsync(message, CancellationToken.None);
                process.Get<IRequestScheduler>().MessageQueued();
                return true;
            },
            _ => world.Ledger.Messages.Acknowledged(message));
        if (!again)
        {
            return;
        }

        if (world.Faults.Strikes(FaultKind.LibraryRepeats))
        {
            world.Stage.After(world.Faults.DiceOf(FaultKind.LibraryRepeats).Pick(Again), () => Send(message, again: false));
        }

        if (world.Faults.Strikes(FaultKind.LibraryContradicts))
        {
            Send(message with { Status = world.Faults.DiceOf(FaultKind.LibraryContradicts).Pick(Anything), Scan = null }, again: false);
        }
    }

    private void Mischief(string symbol, string requestId)
    {
        var faults = world.Faults;
        if (faults.Strikes(FaultKind.LibraryUnknownRequest))
        {
            SayOnly(
                symbol, faults.DiceOf(FaultKind.LibraryUnknownRequest).OneIn(2) ? "no id at all" : new string('7', RequestIds.Length), CallbackStatus.Shipped);
        }

        if (faults.Strikes(FaultKind.LibrarySpeaksForAnother))
        {
            var another = faults.DiceOf(FaultKind.LibrarySpeaksForAnother).Pick(Libraries.All).Symbol;
            SayOnly(another, requestId, faults.DiceOf(FaultKind.LibrarySpeaksForAnother).Pick(Anything));
        }

        if (faults.Strikes(FaultKind.LibraryLies))
        {
            Lie(symbol, requestId);
        }

        if (faults.Strikes(FaultKind.Poison))
        {
            Poison();
        }
    }

    private string NextId(string symbol) => string.Create(CultureInfo.InvariantCulture, $"{symbol}-{++_messages}");
}
