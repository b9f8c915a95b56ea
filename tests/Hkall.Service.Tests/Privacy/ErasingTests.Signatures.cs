using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Storage;

namespace Hkall.Service.Tests.Privacy;

/// <summary>Signatures, debts, and messages nobody could use.</summary>
public sealed partial class ErasingTests
{
    [Fact]
    public async Task A_signature_is_kept_beside_the_declaration_and_goes_with_the_words_of_its_request_in_memory() =>
        await ASignatureGoesWithItsRequestAsync(await World.InMemoryAsync());

    internal static async Task ASignatureGoesWithItsRequestAsync(World world)
    {
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await PlaceAsync(service, ASignedCopy);
        var request = (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request;

        var signature = (await Signature.OfAsync(world.Stores.Rows, request, None)).ShouldNotBeNull();
        (signature.Name, signature.TextVersion, signature.At).ShouldBe(("Ho Tsz-kit", "528F-2026", World.Opening));
        StoredJson.Write(request).ShouldNotContain("Ho Tsz-kit");
        (await service.Mine.JournalAsync((await service.Mine.FindAsync(Patrons.Ho, id, None))!, None)).ShouldAllBe(
            entry => !StoredJson.Write(entry).Contains("Ho Tsz-kit", StringComparison.Ordinal));

        await CloseAsync(service, id);
        await LaterAsync(world, 9);
        (await TextAsync(world)).ShouldContain("Ho Tsz-kit");
        await LaterAsync(world, 2);
        (await TextAsync(world)).ShouldNotContain("Ho Tsz-kit");
        (await RowAsync(world, Keys.Person)).ShouldNotBeNull("The person is kept for longer.");

        await LaterAsync(world, 31);
        ShouldNameNobody(await TextAsync(world));
    }

    [Fact]
    public async Task A_patron_who_keeps_a_history_keeps_the_signatures_until_erasure()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await PlaceAsync(service, ASignedCopy);
        await ChooseAsync(world, new Preferences { KeepHistory = true, ChosenAt = world.Now });
        await CloseAsync(service, id);

        await LaterAsync(world, 11);
        (await TextAsync(world)).ShouldContain("Ho Tsz-kit");
        await LaterAsync(world, 31);
        ShouldNameNobody(await TextAsync(world));
    }

    [Fact]
    public async Task A_debtor_in_our_own_ledger_is_kept_until_payment_and_erased_in_time_after_it()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        var id = await PlaceAsync(service, Patrons.ABook);
        foreach (var step in (RequestCommand[])[new Shipped("CUHK", "m-1"), new ReceiveItem(), new CheckOutItem(), new DeclareLost("left on the ferry")])
        {
            (await service.Requests.HandleAsync(id, step, Actor.Patron, None)).ShouldBeOfType<Done<PatronRequest>>();
        }

        (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request.Status.ShouldBe(RequestStatus.Lost, "Closed, and 600 are owed.");
        for (var month = 0; month < 4; month++)
        {
            await LaterAsync(world, 31);
        }

        (await RowAsync(world, Keys.Person)).ShouldNotBeNull();
        (await TextAsync(world)).ShouldContain("Orientalism", customMessage: "What it is owed for is known too.");

        foreach (var fee in (int[])[1, 2])
        {
            (await service.Requests.HandleAsync(id, new SettleFee(fee, null, "Receipt 4711"), Actor.Staff("lam"), None)).ShouldBeOfType<Done<PatronRequest>>();
        }

        await LaterAsync(world, 9);
        await LaterAsync(world, 20);
        (await RowAsync(world, Keys.Person)).ShouldNotBeNull("The time runs from the payment.");
        await LaterAsync(world, 31);
        await LaterAsync(world, 31);
        ShouldNameNobody(await TextAsync(world));
        (await RowAsync(world, Keys.Person)).ShouldBeNull();
        (await service.Mine.FindAsync(Patrons.Ho, id, None))!.Request.Fees.Select(line => line.Kind)
            .ShouldBe([LedgerKind.Replacement, LedgerKind.Processing, LedgerKind.Settlement, LedgerKind.Settlement]);
    }

    [Fact]
    public async Task Messages_nobody_could_use_are_forgotten_in_their_time_and_so_is_that_they_were_dismissed()
    {
        var world = await World.InMemoryAsync();
        world.Retention = Short;
        await using var service = new AService(world, Mishap.None);
        await service.Get<ParkedMessages>().ParkAsync("{}", "malformed", null, None);

        await LaterAsync(world, 4);
        (await service.Get<ParkedMessages>().ListAsync(10, None)).ShouldNotBeEmpty();
        await LaterAsync(world, 2);
        (await service.Get<ParkedMessages>().ListAsync(10, None)).ShouldBeEmpty();
        (await service.Get<ParkedDismissal>().ListAsync(10, None)).ShouldHaveSingleItem().By.ShouldBe(ParkedDismissal.ByRetention);
        await LaterAsync(world, 6);
        (await service.Get<ParkedDismissal>().ListAsync(10, None)).ShouldBeEmpty();
    }
}

/// <summary>The same behind the storage clients.</summary>
public sealed class AzuriteErasingTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_signature_is_kept_beside_the_declaration_and_goes_with_the_words_of_its_request() =>
        await ErasingTests.ASignatureGoesWithItsRequestAsync(await World.InAzuriteAsync(azurite));

    [Fact]
    public async Task A_request_to_lend_loses_its_contact_persons() =>
        await LendingErasingTests.ContactPersonsGoAsync(await World.InAzuriteAsync(azurite));
}
