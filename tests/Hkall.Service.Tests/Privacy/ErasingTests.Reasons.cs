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
        await using var desk = new ADesk(world, Mishap.None);
        var id = await PlaceAsync(desk, Patrons.ABook);
        while ((await StateAsync(desk, id)).Status == RequestStatus.Sourcing)
        {
            await OrderAsync(desk, id, "next-supplier", AboutTheReader);
        }

        var reviewed = await StateAsync(desk, id);
        reviewed.Status.ShouldBe(RequestStatus.InReview);
        (await desk.Requests.HandleAsync(
            id, new EditRequest(reviewed.Item with { Edition = "2nd" }, []), By.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
        (await JournalAsync(desk, id)).SelectMany(entry => entry.Events).OfType<RequestEdited>().ShouldHaveSingleItem()
            .Rota.ShouldContain(entry => entry.Why == StatedReason.InWords(AboutTheReader));
        await OrderAsync(desk, id, "cancel");

        await LaterAsync(world, 11);

        (await TextAsync(world)).ShouldNotContain("Amy Chan");
        var rota = (await JournalAsync(desk, id)).SelectMany(entry => entry.Events).OfType<RequestEdited>().ShouldHaveSingleItem().Rota;
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
        await using var desk = new ADesk(world, Mishap.None);
        var id = await PlaceAsync(desk, Patrons.ABook);
        while ((await StateAsync(desk, id)).Status == RequestStatus.Sourcing)
        {
            await OrderAsync(desk, id, "next-supplier");
        }

        await OrderAsync(desk, id, "reject", words);
        (await TextAsync(world)).ShouldContain(words);

        await LaterAsync(world, 11);

        (await TextAsync(world)).ShouldNotContain(words);
        (await StateAsync(desk, id)).Rota.Where(entry => entry.WasAsked).ShouldAllBe(entry => entry.Why == ReasonCode.PassedOverByStaff, "A code stays.");
    }

    private static async Task OrderAsync(ADesk desk, string id, string action, string? note = null) =>
        (await desk.Requests.HandleAsync(
            id, StaffCommands.Of(action, new StaffForm { Note = note }, "lam")!, By.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();

    private static async Task<PatronRequest> StateAsync(ADesk desk, string id) => (await desk.Mine.FindAsync(Patrons.Ho, id, None))!.Request;

    private static async Task<IReadOnlyList<JournalEntry<RequestEvent>>> JournalAsync(ADesk desk, string id) =>
        await desk.Mine.JournalAsync((await desk.Mine.FindAsync(Patrons.Ho, id, None))!, None);
}
