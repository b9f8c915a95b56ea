using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Mailing;

/// <summary>Many patrons with a loan each, and the notices that the rules give them.</summary>
internal sealed class AFullTray(World world, AService service)
{
    /// <summary>Each is another patron's; the numbers are the order of their accounts.</summary>
    /// <param name="loan">Which of the patron's loans it is about.</param>
    public async Task<string> TellAsync(int number, Notice notice, RequestStatus status, int loan = 0)
    {
        var (patron, id) = ($"p{number:D26}", $"{loan}{number:D25}");
        var request = new PatronRequest
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
        var stored = new VersionedRequest<PatronRequest>(patron, new StoredRequest<PatronRequest> { Request = request, Journal = 1 }, "W/\"1\"");
        await world.Stores.Rows.CommitAsync(
            RowTable.Requests,
            patron,
            [
                new RowWrite.Put(VersionedRequest<PatronRequest>.ToRow(patron, stored.Stored, "c", null)),
                new RowWrite.Put(new Row(patron, Keys.Person, StoredJson.Write(new Person("陳大文", $"{number}@ln.example", "en")), "c")),
            ],
            CancellationToken.None);
        var tell = new SendNotice(notice, new NoticeFacts { Date = new DateOnly(2026, 12, 1) });
        var item = new OutboxItem { Key = $"{id}:7:{tell.Kind}", Effect = tell, State = Delivery.UnderWay, Tries = 1, NextAt = world.Now };
        var attempt = await service.Get<IEffectHandler<SendNotice>>().TryAsync(stored, tell, item, again: false, CancellationToken.None);
        (attempt is Attempt.Delivered or Attempt.NotNeeded).ShouldBeTrue($"{attempt}");
        return item.Key;
    }
}
