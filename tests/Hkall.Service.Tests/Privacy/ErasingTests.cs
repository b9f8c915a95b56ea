using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Privacy;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Privacy;

/// <summary>What is known about people is erased in its time, and never before.</summary>
public sealed partial class ErasingTests
{
    private static readonly RetentionPolicy Short = new() { PersonDays = 30, ItemDays = 10, ParkedDays = 5 };

    private static readonly string[] Personal = ["何子傑", "ho@ln.example", "Orientalism", "9780394740676", "Edward", "seminar", "Reading Rooms", "Patron rang",
        "Ho Tsz-kit"];

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task An_expired_account_leads_to_no_person_and_keeps_the_history_of_the_loan()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var callers = new Callers(world, [Mishap.None]);
        await new Journeys(callers).LoanAsync();
        (await TextAsync(world)).ShouldContain("何子傑");
        var before = (await Books.RequestsAsync(world)).ShouldHaveSingleItem();

        await LaterAsync(world, 31);

        ShouldNameNobody(await TextAsync(world));
        (await RowAsync(world, Keys.Person)).ShouldBeNull();
        (await RowAsync(world, Keys.Account)).ShouldBeNull();
        var (stored, journal) = (await Books.RequestsAsync(world)).ShouldHaveSingleItem();
        journal.SelectMany(entry => entry.Events).Select(happened => happened.GetType())
            .ShouldBe(before.Journal.SelectMany(entry => entry.Events).Select(happened => happened.GetType()));
        stored.Request.ClosedAt.ShouldBe(before.Card.Request.ClosedAt);
        stored.Request.Rota.ShouldBe(before.Card.Request.Rota);
        StoredJson.Write(RequestFold.Fold(stored.Request.Id, journal.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)))))
            .ShouldBe(StoredJson.Write(stored.Request));
    }

    [Fact]
    public async Task The_version_and_date_of_a_declaration_outlive_its_signature()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var callers = new Callers(world, [Mishap.None]);
        await new Journeys(callers).CopyAsync();

        await LaterAsync(world, 31);

        ShouldNameNobody(await TextAsync(world));
        var (stored, journal) = (await Books.RequestsAsync(world)).ShouldHaveSingleItem();
        stored.Request.Declaration.ShouldBe(new Declaration(true, true, true, "528F-2026"));
        journal[0].At.ShouldBe(World.Opening);
    }

    [Fact]
    public async Task Words_of_people_go_with_the_rest()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await PlaceAsync(service, Patrons.ABook with { Note = "For my seminar." });
        (await service.Requests.HandleAsync(
            id, new AddNote(Actor.Staff("lam").ToString(), "Patron rang."), Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
        await CloseAsync(service, id);
        (await TextAsync(world)).ShouldContain("Patron rang");

        await LaterAsync(world, 31);

        ShouldNameNobody(await TextAsync(world));
    }

    [Fact]
    public async Task Nothing_is_erased_while_a_request_is_open()
    {
        var world = await World.InMemoryAsync();
        world.Retention = new RetentionPolicy { PersonDays = 1, ItemDays = 1 };
        await using var service = new AService(world, Mishap.None);
        await PlaceAsync(service, Patrons.ABook);

        for (var day = 0; day < 3; day++)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync(world);
        }

        (await RowAsync(world, Keys.Person)).ShouldNotBeNull();
        (await TextAsync(world)).ShouldContain("Orientalism");
    }

    [Fact]
    public async Task A_closed_request_loses_what_it_was_about_unless_its_patron_keeps_a_history()
    {
        foreach (var keeps in (bool[])[false, true])
        {
            var world = await World.InMemoryAsync();
            world.Retention = Short;
            await using var service = new AService(world, Mishap.None);
            var id = await PlaceAsync(service, Patrons.ABook);
            await ChooseAsync(world, new Preferences { KeepHistory = keeps, ChosenAt = world.Now });
            await CloseAsync(service, id);

            await LaterAsync(world, 11);

            (await TextAsync(world)).Contains("Orientalism", StringComparison.Ordinal).ShouldBe(keeps);
            (await RowAsync(world, Keys.Person)).ShouldNotBeNull("The person is kept for longer.");

            await LaterAsync(world, 31);
            ShouldNameNobody(await TextAsync(world));
        }
    }

    [Theory]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    [InlineData(Fault.DownBefore)]
    [InlineData(Fault.DownAfter)]
    [InlineData(Fault.ReplyLost)]
    public async Task An_erasure_that_is_cut_short_at_any_storage_call_is_finished_by_a_later_one(Fault fault)
    {
        var calls = await CallsAsync();
        for (var call = 1; call <= calls; call++)
        {
            var world = await ClosedAsync();
            await using (var service = new AService(world, new Mishap(fault, call)))
            {
                await IgnoringTheFaultAsync(() => service.Get<IRetention>().RunAsync(service.Stop));
            }

            await LaterAsync(world, 2);

            ShouldNameNobody(await TextAsync(world));
            (await RowAsync(world, Keys.Person)).ShouldBeNull($"{fault} at {call}");
        }

        calls.ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task A_request_that_is_placed_at_any_moment_of_an_erasure_stops_it_and_is_whole()
    {
        var calls = await CallsAsync();
        for (var call = 1; call <= calls; call++)
        {
            var world = await ClosedAsync();
            await using var placing = new AService(world, Mishap.None);
            string? id = null;
            var fate = new Mishap(Fault.None, at =>
            {
                id ??= at == call ? PlaceAsync(placing, Patrons.AnArticle).GetAwaiter().GetResult() : null;
                return false;
            });
            await using (var service = new AService(world, fate))
            {
                await service.Get<IRetention>().RunAsync(service.Stop);
            }

            await LaterAsync(world, 2);

            (await RowAsync(world, Keys.Person)).ShouldNotBeNull($"at {call}");
            var open = (await Books.RequestsAsync(world)).Single(held => held.Card.Request.Id == id);
            open.Card.Request.Item.ArticleTitle.ShouldBe("Reading Rooms", $"at {call}");
            world.Post.Sent.ShouldContain(key => key.StartsWith(id!, StringComparison.Ordinal));

            // And one day its own time is over too.
            await CloseAsync(placing, id!);
            await LaterAsync(world, 31);
            await LaterAsync(world, 31);
            ShouldNameNobody(await TextAsync(world));
        }

        calls.ShouldBeGreaterThan(6);
    }

    /// <summary>Storage calls of an erasure that nothing disturbs.</summary>
    private static async Task<int> CallsAsync()
    {
        var fate = Mishap.None;
        await using var service = new AService(await ClosedAsync(), fate);
        await service.Get<IRetention>().RunAsync(service.Stop);
        return fate.Calls;
    }

    /// <summary>A request that was closed a month ago, and an account whose time is over.</summary>
    private static async Task<World> ClosedAsync()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short with { ItemDays = 30 };
        await using var service = new AService(world, Mishap.None);
        await CloseAsync(service, await PlaceAsync(service, Patrons.ABook with { Note = "For my seminar." }));
        await CloseAsync(service, await PlaceAsync(service, ASignedCopy));
        world.Clock.Advance(TimeSpan.FromDays(31));
        return world;
    }

    private static Order ASignedCopy => Patrons.AnArticle with
    {
        Item = Patrons.AnArticle.Item with { Title = "Asian Survey", ArticleTitle = "Signed for" },
    };

    private static async Task<string> PlaceAsync(AService service, Order order) =>
        (await service.Placing.PlaceAsync(Patrons.Ho, order, Patrons.Key(order.Item.Title), None)).ShouldBeOfType<Placement.Placed>().Card.Request.Id;

    /// <summary>Staff find that it is no use: the request ends at once.</summary>
    private static async Task CloseAsync(AService service, string id)
    {
        (await service.Requests.HandleAsync(
            id, new Hkall.Domain.Cancelling.CancelRequest(Who.Patron), Actor.Patron, None)).ShouldBeOfType<Done<PatronRequest>>();
        if (service.Requests is { } requests && (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request is { Status: RequestStatus.Cancelling })
        {
            (await requests.HandleAsync(id, new Hkall.Domain.Supplying.CancelConfirmed("CUHK", $"{id}-agreed"), Actor.Library("CUHK"), None))
                .ShouldBeOfType<Done<PatronRequest>>();
        }

        (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request.Status.IsOpen().ShouldBeFalse();
    }

    private static Task ChooseAsync(World world, Preferences preferences) => world.Stores.Rows.CommitAsync(
        RowTable.Requests, Patrons.Ho.Id, [new RowWrite.Put(new Row(Patrons.Ho.Id, Keys.Preferences, StoredJson.Write(preferences), "c"))], None);

    private static async Task LaterAsync(World world, int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        await RunAsync(world);
    }

    private static async Task RunAsync(World world)
    {
        await using var service = new AService(world, Mishap.None);
        await service.Get<IRetention>().RunAsync(service.Stop);
    }

    private static async Task IgnoringTheFaultAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (fault is HostKilled or StorageUnavailableException)
        {
        }
    }

    private static void ShouldNameNobody(string text)
    {
        foreach (var word in Personal)
        {
            text.ShouldNotContain(word);
        }
    }

    private static Task<Row?> RowAsync(World world, string key) => world.Stores.Rows.FindAsync(RowTable.Requests, Patrons.Ho.Id, key, None);

    /// <summary>Everything that is stored under the patron's key.</summary>
    private static async Task<string> TextAsync(World world) => string.Join(
        '\n', (await world.Stores.Rows.RangeAsync(RowTable.Requests, Patrons.Ho.Id, " ", "~", RowLimits.RowsPerPage, openOnly: false, None)).Select(
            row => row.Body));
}
