using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Iso18626;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Iso18626;

/// <summary>A lender hears in its own protocol that its item is damaged, and how.</summary>
public sealed class DamageTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task In_JSON_it_is_a_word_of_its_own_with_a_note()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var id = await OnTheShelfAsync(service);

        (await service.Requests.HandleAsync(id, new DeclareDamaged("The spine is broken."), Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();

        var told = world.Lenders.Heard.Last();
        (told.To, told.Message, told.Note, told.RequestId).ShouldBe(("CUHK", RequestingAction.Damaged, "The spine is broken.", id));
        world.Lenders.Heard.Count(message => message.Note is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData(IsoVersion.V12)]
    [InlineData(IsoVersion.V2021)]
    public async Task In_ISO_18626_it_is_a_notification_that_a_person_reads(IsoVersion version)
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var request = (await service.Mine.FindAsync(Patrons.Ho, await OnTheShelfAsync(service), None))!.Request;

        var message = OutgoingRequestMessages.Of(
            RequestingAction.Damaged, "The spine is broken.", request, Lenders.All[0], new OwnLibrary { AgencyId = "JULAC:LNU", Name = "Lingnan" }, world.Now);
        var read = IsoXml.Read(IsoXml.Write(message, version)).Message.ShouldBeOfType<RequesterMessage>();

        (read.Action, read.Note).ShouldBe((RequesterAction.Notification, "The item is damaged. The spine is broken."));
    }

    [Theory]
    [InlineData(IsoVersion.V12)]
    [InlineData(IsoVersion.V2021)]
    public async Task Parts_that_did_not_come_are_told_of_so_too(IsoVersion version)
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var request = (await service.Mine.FindAsync(Patrons.Ho, await OnTheShelfAsync(service), None))!.Request;

        var message = OutgoingRequestMessages.Of(
            RequestingAction.PartsMissing, "1 of 3 did not come.", request, Lenders.All[0], new OwnLibrary { AgencyId = "JULAC:LNU", Name = "Lingnan" },
            world.Now);
        var read = IsoXml.Read(IsoXml.Write(message, version)).Message.ShouldBeOfType<RequesterMessage>();

        (read.Action, read.Note).ShouldBe((RequesterAction.Notification, "Not all parts of the item came. 1 of 3 did not come."));
    }

    private static async Task<string> OnTheShelfAsync(AService service)
    {
        var placed = (await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, None)).ShouldBeOfType<Placement.Placed>();
        var id = placed.Card.Request.Id;
        foreach (var step in (RequestCommand[])[new Shipped("CUHK", "m-1"), new ReceiveItem()])
        {
            (await service.Requests.HandleAsync(id, step, Actor.Patron, None)).ShouldBeOfType<Done<PatronRequest>>();
        }

        return id;
    }
}
