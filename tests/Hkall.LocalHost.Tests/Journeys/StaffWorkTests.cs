using Hkall.Service.Engine;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>The desk's own calls: counts and ages, scanning, many at once, finding, reports.</summary>
public sealed class StaffWorkTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        // The seconds in which a scanner bounces pass on the machine's clock; here they do not pass at all.
        _bench = await ABench.InMemoryAsync(services => services.AddSingleton(new MachineTime(new FakeTimeProvider(BenchServices.RealTime.GetUtcNow()))));
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Each_list_says_how_many_stand_in_it_and_since_when()
    {
        var id = await OnItsWayAsync(_patron, Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-27T09:00:00+08:00");
        await _staff.DoesAsync("receive", id);
        await _bench.AdvanceAsync("P1D");

        var lists = (await _staff.GetAsync("/api/staff/worklists")).ShouldBe(200).Json.Items();

        var shelf = lists.Single(list => list.At("name") == "on-hold-shelf");
        shelf.At("count").ShouldBe("1");
        shelf.Instant("oldest").ShouldBe(DateTimeOffset.Parse("2026-11-27T09:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture));
        lists.Single(list => list.At("name") == "to-receive").At("oldest").ShouldBeNull();
        lists.Select(list => list.At("name")).ShouldBeSubsetOf(
            ["unread-messages", "to-review", "no-library-left", "to-ask-by-hand", "to-tell-by-hand", "needs-attention", "to-charge", "to-receive", "to-deliver", "on-hold-shelf", "expiring-today", "to-send-back",
                "overdue", "conditions", "awaiting-patron", "with-libraries", "on-loan", "awaiting-receipt", "copies-to-download", "to-chase", "parked"]);
    }

    [Fact]
    public async Task What_leaves_the_shelf_tonight_stands_in_a_list_of_its_own_on_its_last_day_only()
    {
        var id = await OnItsWayAsync(_patron, Orders.Kuhn);
        await _staff.DoesAsync("receive", id);
        var last = (await _patron.SeesAsync(id)).At("pickup.expiresOn");

        (await _staff.WorklistAsync("expiring-today")).ShouldBeEmpty();
        await _bench.MoveToAsync($"{last}T09:00:00+08:00");
        (await _staff.WorklistAsync("expiring-today")).ShouldBe([id]);
    }

    [Fact]
    public async Task A_scan_receives_and_the_same_scan_again_does_nothing()
    {
        var id = await OnItsWayAsync(_patron, Orders.Kuhn);

        var done = (await _staff.PostAsync("/api/staff/scan", new { barcode = id })).ShouldBe(200).Json;
        (done.At("outcome"), done.At("did"), done.At("next")).ShouldBe(("done", "receive", "check-out"));
        done.At("say").ShouldBe("Received: put it on the hold shelf.");

        (await _staff.PostAsync("/api/staff/scan", new { barcode = id })).ShouldBe(200).Json.At("outcome").ShouldBe("repeated");
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await _staff.PostAsync("/api/staff/scan", new { barcode = id, action = "check-out" })).ShouldBe(200).Json.At("did").ShouldBe("check-out");
    }

    [Fact]
    public async Task A_received_item_is_found_by_the_lenders_barcode_even_when_the_request_is_closed()
    {
        var id = await OnItsWayAsync(_patron, Orders.Kuhn);
        await _staff.DoesAsync("receive", id, new { barcode = "HKU/00 42#7" });
        await _staff.DoesAsync("check-out", id);
        await _staff.DoesAsync("check-in", id);
        await _staff.DoesAsync("send-back", id);
        await _bench.AdvanceAsync("P7D");
        (await _patron.StatusAsync(id)).ShouldBe("completed");

        var found = (await _staff.GetAsync($"/api/staff/requests?q={Uri.EscapeDataString("HKU/00 42#7")}")).ShouldBe(200).Json.Items();

        found.ShouldHaveSingleItem().At("id").ShouldBe(id);
        (await _staff.PostAsync("/api/staff/scan", new { barcode = "HKU/00 42#7" })).ShouldBe(200).Json.At("outcome").ShouldBe("nothing");
    }

    [Fact]
    public async Task Of_many_each_is_answered_for_and_none_holds_up_the_others()
    {
        var one = await OnItsWayAsync(_patron, Orders.Kuhn);
        var other = await OnItsWayAsync(_bench.Patron("smith"), Orders.Kuhn);
        await _staff.DoesAsync("receive", other);
        var nobody = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

        var rows =
            (await _staff.PostAsync("/api/staff/requests/batch", new { action = "receive", ids = new[] { other, one, nobody, "no id", one } })).ShouldBe(
                200).Json.Items();

        rows.Select(row => (row.At("id"), row.At("outcome"), row.At("code"))).ShouldBe(
            [(other, "refused", "not-expected"), (one, "done", null), (nobody, "unknown", null), ("no id", "unknown", null)]);
        (await _patron.StatusAsync(one)).ShouldBe("ready-for-pickup");
    }

    [Fact]
    public async Task A_batch_that_is_none_is_refused_by_name()
    {
        (await _staff.PostAsync("/api/staff/requests/batch", new { action = "burn", ids = new[] { "x" } })).ShouldBlame(400, "unknown-action", "action");
        (await _staff.PostAsync("/api/staff/requests/batch", new { action = "receive", ids = Array.Empty<string>() })).ShouldBlame(400, "bad-number", "ids");
        (await _staff.PostAsync("/api/staff/requests/batch", new { action = "receive", ids = Enumerable.Range(0, 101).Select(at => $"x{at}") })).ShouldBlame(
            400, "bad-number", "ids");
    }

    [Fact]
    public async Task A_report_is_given_as_JSON_or_for_a_spreadsheet_and_outlives_what_it_counts()
    {
        var id = await OnItsWayAsync(_patron, Orders.Kuhn);
        await _staff.DoesAsync("receive", id);
        var open = (await _staff.GetAsync("/api/staff/reports/turnaround?from=2026-11-23&to=2026-11-23")).ShouldBe(200).Json;
        var row = open.GetProperty("rows").Items()[0];
        (row.At("service"), row.At("library"), row.At("delivered")).ShouldBe(("loan", "all", "1"));
        await _staff.DoesAsync("check-out", id);
        await _staff.DoesAsync("check-in", id);
        await _staff.DoesAsync("send-back", id);
        await _bench.AdvanceAsync("P7D");

        var closed = (await _staff.GetAsync("/api/staff/reports/turnaround?from=2026-11-23&to=2026-11-23")).ShouldBe(200).Json;
        closed.GetProperty("rows").ToString().ShouldBe(open.GetProperty("rows").ToString());

        var csv =
            await _bench.SendAsync(
                HttpMethod.Get, "/api/staff/reports/demand?from=2026-11-23&to=2026-11-23", await _staff.TokenAsync(), null, ("Accept", "text/csv"));
        csv.ShouldBe(200);
        csv.ContentType.ShouldBe("text/csv; charset=utf-8");
        csv.Text.ShouldBe("\uFEFFgroup,loans,copies,placed,share\r\nacademic,1,0,1,100\r\n");
        csv.ContentHeaders.ContentDisposition!.FileName.ShouldBe("demand-2026-11-23-2026-11-23.csv");
    }

    [Fact]
    public async Task Every_report_that_is_listed_can_be_had_and_no_other()
    {
        await OnItsWayAsync(_patron, Orders.Kuhn);
        var names = (await _staff.GetAsync("/api/staff/reports")).ShouldBe(200).Json.Items().Select(report => report.At("name")!).ToList();

        names.ShouldContain("turnaround");
        names.ShouldContain("mail-backlog");
        foreach (var name in names)
        {
            (await _staff.GetAsync($"/api/staff/reports/{name}")).ShouldBe(200).Json.At("name").ShouldBe(name);
        }

        (await _staff.GetAsync("/api/staff/reports/nothing")).ShouldBeProblem(404, "not-found");
        (await _staff.GetAsync("/api/staff/reports/demand?from=tomorrow")).ShouldBlame(400, "bad-date", "from");
        (await _staff.GetAsync("/api/staff/reports/demand?from=2026-12-02&to=2026-12-01")).ShouldBlame(400, "bad-period", "from");
        (await _patron.GetAsync("/api/staff/reports/demand")).ShouldBeProblem(403, "not-allowed");
    }

    private async Task<string> OnItsWayAsync(APatron patron, object order)
    {
        var id = await patron.HasPlacedAsync(order);
        await _bench.AdvanceAsync("P3D");
        (await patron.StatusAsync(id)).ShouldBe("in-transit");
        return id;
    }
}
