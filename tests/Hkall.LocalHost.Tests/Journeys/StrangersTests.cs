using System.Text;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Nobody sees or moves what is not theirs; and what nobody can use is kept where staff see it.</summary>
public sealed class StrangersTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        await _bench.ScriptAsync("*", "silent");
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("petrov")]
    [InlineData(LendingStaff.Person)]
    public async Task A_patron_never_finds_anothers_request(string stranger)
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        (await _staff.PutsScanAsync(id, Encoding.ASCII.GetBytes("%PDF-"))).ShouldBe(200);
        var other = _bench.Patron(stranger);

        (await other.GetAsync($"/api/requests/{id}")).ShouldBeProblem(404, "not-found");
        (await other.GetAsync($"/api/requests/{id}", ("If-None-Match", "*"))).ShouldBeProblem(404, "not-found");
        (await other.DownloadsAsync(id)).ShouldBeProblem(404, "not-found");
        foreach (var call in (await ACall.AllAsync(_bench)).Where(
            call => call.SignedIn && call.Template.StartsWith("/api/requests/{id}", StringComparison.Ordinal)))
        {
            var path = call.Template.Replace("{id}", id, StringComparison.Ordinal);
            (await _bench.SendAsync(call.Method, path, await other.TokenAsync())).ShouldBeProblem(404, "not-found");
        }

        (await other.MyRequestsAsync()).ShouldBeEmpty();
        (await other.GetAsync($"/api/requests?state=all&after={id}")).ShouldBe(200).Json.Items().ShouldBeEmpty();
        (await _patron.SeesAsync(id)).At("download.remaining").ShouldBe("5");

        // Word for word what is said of a request that does not exist.
        var missing = (await other.GetAsync("/api/requests/7YBQX1AGBZMSD7W1X4SXJB9YAJ")).ShouldBeProblem(404, "not-found");
        (await other.GetAsync($"/api/requests/{id}")).Text.ShouldBe(missing.Text);
    }

    [Fact]
    public async Task A_library_that_was_not_asked_moves_nothing_and_staff_see_what_it_said()
    {
        var id = await _patron.HasPlacedAsync(Orders.Piketty);

        await _bench.Library("POLYU").SaysAsync("shipped", id);

        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        var parked = (await _staff.ParkedAsync()).ShouldHaveSingleItem();
        parked.At("why").ShouldBe("not-asked");
        parked.At("body")!.ShouldContain(id);
        parked.At("parkedAt").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_library_that_signs_in_anothers_name_is_turned_away()
    {
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        var forged = $$"""{"messageId":"m1","requestId":"{{id}}","status":"shipped"}""";

        (await _bench.Library("HKUST").PostsAsync(forged, secret: await _bench.Library("POLYU").SecretAsync())).ShouldBeProblem(401, "bad-signature");
        await _bench.SettleAsync();

        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        (await _staff.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_about_an_unknown_request_is_parked_and_stays_one_row_when_it_is_tried_again()
    {
        await _bench.Library("HKU").SaysAsync("shipped", "no-such-request");
        await _bench.Library("HKU").SaysAsync("shipped", "7YBQX1AGBZMSD7W1X4SXJB9YAJ");
        (await _staff.ParkedAsync()).Select(parked => parked.At("why")).ShouldBe(["unknown-request", "unknown-request"]);
        (await _staff.GetAsync("/api/staff/worklists/parked")).ShouldBe(200).Json.Items().Count.ShouldBe(2);
        (await _staff.GetAsync("/api/staff/worklists")).Json.Items().Single(list => list.At("name") == "parked").At("count").ShouldBe("2");

        (await _staff.PostAsync($"/api/staff/parked/{(await _staff.ParkedAsync())[0].At("id")}/retry")).ShouldBe(202);
        await _bench.SettleAsync();

        (await _staff.ParkedAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_parked_message_that_makes_sense_by_now_is_heard_when_staff_try_it_again()
    {
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        await _bench.Library("POLYU").SaysAsync("shipped", id);
        await _staff.DoesAsync("next-supplier", id);
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        var parked = (await _staff.ParkedAsync()).ShouldHaveSingleItem().At("id");

        (await _staff.PostAsync($"/api/staff/parked/{parked}/retry")).ShouldBe(202);
        await _bench.SettleAsync();

        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _staff.ParkedAsync()).ShouldBeEmpty();
        (await _staff.PostAsync($"/api/staff/parked/{parked}/retry")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_scan_from_a_library_that_was_not_asked_is_not_even_read()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);

        (await _bench.Library("POLYU").SendsScanAsync(id, Encoding.ASCII.GetBytes("%PDF-"))).ShouldBeProblem(404, "no-file-expected");

        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        (await _staff.ParkedAsync()).ShouldBeEmpty();
    }
}
