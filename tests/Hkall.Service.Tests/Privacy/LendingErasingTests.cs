using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Privacy;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Privacy;

/// <summary>Who stands behind a borrower is forgotten in its time; what was lent to which library is not.</summary>
public sealed class LendingErasingTests
{
    private static readonly RetentionPolicy Short = new() { PersonDays = 30, ItemDays = 10 };

    private static readonly string[] Personal = ["Wong Mei-ling", "wong@society.example", "Nathan Road", "Ms Lam", "for the chairman", "Wong rang"];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task The_contact_persons_of_a_request_to_lend_go_and_what_is_counted_stays() => await ContactPersonsGoAsync(await World.InMemoryAsync());

    internal static async Task ContactPersonsGoAsync(World world)
    {
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await AskAsync(service);
        await LaterAsync(world, 40);
        (await TextAsync(world, id)).ShouldContain("wong@society.example", customMessage: "It is open.");
        await CloseAsync(service, id);
        var before = await RequestAsync(service, id);

        await LaterAsync(world, 29);
        (await TextAsync(world, id)).ShouldContain("wong@society.example");
        await LaterAsync(world, 2);
        await LaterAsync(world, 30);

        ShouldNameNobody(await TextAsync(world, id));
        var after = await RequestAsync(service, id);
        (after.Borrower.Symbol, after.Borrower.Kind, after.Status, after.AskedAt, after.ClosedAt, after.ClosedWhy, after.Item.Title, after.BorrowersId)
            .ShouldBe(
                (before.Borrower.Symbol,
                    before.Borrower.Kind, before.Status, before.AskedAt, before.ClosedAt, before.ClosedWhy, before.Item.Title, before.BorrowersId));
        after.Borrower.Name.ShouldBe(after.Borrower.Symbol, "A name that was typed in may be a person's.");
        after.Events.ShouldBe(before.Events);
    }

    [Fact]
    public async Task A_library_of_the_directory_keeps_its_name()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id =
            await AskAsync(
                service, new Borrower("CUHK", "The Chinese University of Hong Kong", BorrowerKind.Library, "wong@society.example", ["Ms Lam"]), "JULAC:CUHK");
        await CloseAsync(service, id);

        await LaterAsync(world, 31);
        await LaterAsync(world, 31);

        ShouldNameNobody(await TextAsync(world, id));
        (await RequestAsync(service, id)).Borrower.ShouldBe(new Borrower("CUHK", "The Chinese University of Hong Kong", BorrowerKind.Library));
    }

    [Theory]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    [InlineData(Fault.DownAfter)]
    [InlineData(Fault.ReplyLost)]
    public async Task An_erasure_that_is_cut_short_at_any_storage_call_is_finished_by_a_later_one(Fault fault)
    {
        var fate = Mishap.None;
        var (first, _) = await ClosedAsync();
        await using (var whole = new AService(first, fate))
        {
            await whole.Get<IRetention>().RunAsync(whole.Stop);
        }

        for (var call = 1; call <= fate.Calls; call++)
        {
            var (world, id) = await ClosedAsync();
            await using (var service = new AService(world, new Mishap(fault, call)))
            {
                try
                {
                    await service.Get<IRetention>().RunAsync(service.Stop);
                }
                catch (Exception cut) when (cut is HostKilled or StorageUnavailableException)
                {
                }
            }

            await LaterAsync(world, 2);
            ShouldNameNobody(await TextAsync(world, id));
        }

        fate.Calls.ShouldBeGreaterThan(4);
    }

    /// <summary>A request to lend that was closed a month ago.</summary>
    private static async Task<(World World, string Id)> ClosedAsync()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await AskAsync(service);
        await CloseAsync(service, id);
        world.Clock.Advance(TimeSpan.FromDays(31));
        return (world, id);
    }

    private static async Task<string> AskAsync(AService service, Borrower? borrower = null, string? agencyId = null)
    {
        var form = new LendingForm
        {
            Borrower = new BorrowerForm
            {
                Name = "Wong Mei-ling, A Society",
                Kind = BorrowerKind.Registered,
                Email = "wong@society.example",
                Address = ["Nathan Road"]
            },
            RequestId = "S/1",
            Service = ServiceType.Loan,

            // Without a number it is not identified, and staff answer it.
            Item = new ItemForm { Title = "Orientalism", Author = "Edward W. Said" },
            DeliverTo = ["Ms Lam", "Nathan Road"],
            Note = "It is for the chairman.",
        };
        var (stored, isNew) = await service.Get<LendingIntake>().AskAsync(LendingForms.Check(form, borrower, agencyId), Actor.Staff("lam"), None);
        isNew.ShouldBeTrue();
        (await service.Get<LendingRequestProcessor>()
            .HandleAsync(stored.Request.Id, new AddLendingNote("lam", "Wong rang."), Actor.Staff("lam"), None)).ShouldBeOfType<Done<LendingRequest>>();
        return stored.Request.Id;
    }

    private static async Task CloseAsync(AService service, string id) =>
        (await service.Get<LendingRequestProcessor>()
            .HandleAsync(id, new DeclineLending(UnfilledReason.NotOnShelf, "Ms Lam knows."), Actor.Staff("lam"), None)).ShouldBeOfType<Done<LendingRequest>>();

    private static async Task<LendingRequest> RequestAsync(AService service, string id) =>
        (await service.Get<RequestStore<LendingRequest, LendingEvent>>().ReadAsync(id, id, None))!.Request;

    private static async Task LaterAsync(World world, int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        await using var service = new AService(world, Mishap.None);
        await service.Get<IRetention>().RunAsync(service.Stop);
    }

    private static void ShouldNameNobody(string text)
    {
        foreach (var word in Personal)
        {
            text.ShouldNotContain(word);
        }
    }

    private static async Task<string> TextAsync(World world, string id) => string.Join(
        '\n', (await world.Stores.Rows.RangeAsync(RowTable.Requests, id, " ", "~", RowLimits.RowsPerPage, openOnly: false, None)).Select(row => row.Body));
}
