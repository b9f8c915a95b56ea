using Hkall.Requests;
using Hkall.Requests.OnLoan;
using Hkall.Requests.Placing;
using Hkall.Service.Notices;
using Hkall.Service.Outbox;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Turns;

namespace Hkall.Service.Tests.Posting;

/// <summary>Many patrons with a loan each, and the notices that the rules give them.</summary>
internal sealed class AFullTray(World world, ADesk desk)
{
    /// <summary>Each is another patron's; the numbers are the order of their accounts.</summary>
    /// <param name="loan">Which of the patron's loans it is about.</param>
    public async Task<string> TellAsync(int number, Notice notice, RequestStatus status, int loan = 0)
    {
        var (patron, id) = ($"p{number:D26}", $"{loan}{number:D25}");
        var request = new Request
        {
            Id = id,
            PatronId = patron,
            Group = PatronGroup.Academic,
            Service = ServiceType.Loan,
            Item = new Item { Title = $"Volume {number}" },
            PlacedAt = World.Opening,
            Status = status,
            Rota = [],
            Loan = new Loan { DueOn = new DateOnly(2026, 12, 1) },
        };
        var card = new HeldCard(patron, new Card { Request = request, Journal = 1 }, "W/\"1\"");
        await world.Stores.Rows.CommitAsync(
            RowTable.Requests,
            patron,
            [
                new RowWrite.Put(HeldCard.ToRow(patron, card.Card, "c", null)),
                new RowWrite.Put(new Row(patron, Keys.Person, DeskJson.Write(new Person("陳大文", $"{number}@ln.example", "en")), "c")),
            ],
            CancellationToken.None);
        var tell = new TellPatron(notice, new NoticeFacts { Date = new DateOnly(2026, 12, 1) });
        var item = new OutboxItem { Key = $"{id}:7:{tell.Kind}", Effect = tell, State = Delivery.UnderWay, Tries = 1, NextAt = world.Now };
        var attempt = await desk.Get<IEffectDelivery<TellPatron>>().TryAsync(card, tell, item, again: false, CancellationToken.None);
        (attempt is Attempt.Delivered or Attempt.NotNeeded).ShouldBeTrue($"{attempt}");
        return item.Key;
    }
}
