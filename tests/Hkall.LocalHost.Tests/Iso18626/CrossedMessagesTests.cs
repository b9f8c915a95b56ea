using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Iso18626;

/// <summary>Good messages that come twice, in the wrong order, from the wrong library or about nothing we know: none is lost.</summary>
public sealed class CrossedMessagesTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private AnIsoLibrary _hku = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("okafor");
        _hku = new AnIsoLibrary(_bench, "HKU", IsoVersion.V12);
        await _hku.SpeaksAsync();
        await _bench.ScriptAsync("HKU", "silent");
        _id = await _patron.HasPlacedAsync(Orders.Kuhn);
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_message_about_a_request_that_we_do_not_know_is_received_and_lies_with_staff()
    {
        const string unknown = "00000000000000000000000000";
        (await _hku.SaysAsync(_hku.About(unknown, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply))).Header.Status.ShouldBe(MessageStatus.OK);

        (await _bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem().At("why").ShouldBe("unknown-request");
    }

    [Fact]
    public async Task A_library_that_was_not_asked_moves_nothing()
    {
        var cuhk = new AnIsoLibrary(_bench, "CUHK", IsoVersion.V2021);
        await cuhk.SpeaksAsync();
        (await cuhk.SaysAsync(cuhk.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply))).Header.Status.ShouldBe(MessageStatus.OK);

        (await _patron.StatusAsync(_id)).ShouldBe("sourcing");
        (await _bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem().At("why").ShouldBe("not-asked");
    }

    [Fact]
    public async Task A_message_that_comes_again_is_confirmed_again_and_heard_once()
    {
        var promise = _hku.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
        for (var times = 0; times < 3; times++)
        {
            (await _hku.SaysAsync(promise, id: "m-1")).Header.Status.ShouldBe(MessageStatus.OK);
        }

        (await _patron.SeesAsync(_id)).Timeline().ShouldBe(["request-placed", "supplier-asked", "supplier-promised"]);
        (await _patron.MailAsync(_id)).ShouldBe(["request-placed", "item-expected"]);
    }

    [Fact]
    public async Task Messages_in_the_wrong_order_end_where_the_right_order_ends()
    {
        await _hku.SaysAsync(_hku.About(_id, ReasonForMessage.StatusChange, SupplyStatus.Loaned));
        await _hku.SaysAsync(_hku.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply));
        await _hku.SaysAsync(_hku.About(_id, ReasonForMessage.RequestResponse, SupplyStatus.ExpectToSupply));

        (await _patron.StatusAsync(_id)).ShouldBe("in-transit");
        (await _bench.LendingStaff().ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_parked_message_that_is_tried_again_is_parked_again()
    {
        await _hku.PostsAsync("<ISO18626Message"u8.ToArray());
        var parked = (await _bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem();
        (await _bench.LendingStaff().PostAsync($"/api/staff/parked/{parked.At("id")}/retry")).ShouldBe(202);
        await _bench.SettleAsync();

        (await _bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem().At("why").ShouldBe("refused");
    }
}
