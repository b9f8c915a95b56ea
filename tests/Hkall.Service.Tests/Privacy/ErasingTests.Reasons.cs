using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Service.Engine;
using Hkall.Service.Staff;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Privacy;

/// <summary>Reasons that people write, wherever the request carries them.</summary>
public sealed partial class ErasingTests
{
    private const string AboutTheReader = "Amy Chan rang, she has it from a friend";

    [Fact]
    public async Task What_staff_wrote_when_they_passed_a_library_over_goes_even_if_the_request_was_edited_later()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await PlaceAsync(service, Patrons.ABook);
        while ((await StateAsync(service, id)).Status == RequestStatus.Sourcing)
        {
            await OrderAsync(service, id, "next-supplier", AboutTheReader);
        }

        var reviewed = await StateAsync(service, id);
        reviewed.Status.ShouldBe(RequestStatus.InReview);
        (await service.Requests.HandleAsync(
            id, new EditRequest(reviewed.Item with { Edition = "2nd" }, []), Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
        (await JournalAsync(service, id)).SelectMany(entry => entry.Events).OfType<RequestEdited>().ShouldHaveSingleItem()
            .Rota.ShouldContain(entry => entry.Why == StatedReason.InWords(AboutTheReader));
        await OrderAsync(service, id, "cancel");

        await LaterAsync(world, 11);

        (await TextAsync(world)).ShouldNotContain("Amy Chan");
        var rota = (await JournalAsync(service, id)).SelectMany(entry => entry.Events).OfType<RequestEdited>().ShouldHaveSingleItem().Rota;
        rota.ShouldNotBeEmpty("Which libraries were asked stays.");
        rota.Where(entry => entry.WasAsked).ShouldAllBe(entry => entry.Standing == RotaStatus.PassedOver && entry.Why == default(StatedReason));
    }

    [Theory]
    [InlineData("98765432")]
    [InlineData("wong")]
    [InlineData("silent-wong")]
    public async Task A_reason_that_staff_wrote_goes_even_if_it_looks_like_a_name_of_ours(string words)
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await PlaceAsync(service, Patrons.ABook);
        while ((await StateAsync(service, id)).Status == RequestStatus.Sourcing)
        {
            await OrderAsync(service, id, "next-supplier");
        }

        await OrderAsync(service, id, "reject", words);
        (await TextAsync(world)).ShouldContain(words);

        await LaterAsync(world, 11);

        (await TextAsync(world)).ShouldNotContain(words);
        (await StateAsync(service, id)).Rota.Where(entry => entry.WasAsked).ShouldAllBe(entry => entry.Why == ReasonCode.PassedOverByStaff, "A code stays.");
    }

    private static async Task OrderAsync(AService service, string id, string action, string? note = null) =>
        (await service.Requests.HandleAsync(
            id, StaffCommands.Of(action, new StaffForm { Note = note }, "lam", new DateOnly(2026, 11, 23), mustName: false)!, Actor.Staff("lam"),
            None)).ShouldBeOfType<Done<PatronRequest>>();

    private static async Task<PatronRequest> StateAsync(AService service, string id) => (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request;

    private static async Task<IReadOnlyList<JournalEntry<RequestEvent>>> JournalAsync(AService service, string id) =>
        await service.Mine.JournalAsync((await service.Mine.FindAsync(Patrons.Ho, id, None))!, None);
}
