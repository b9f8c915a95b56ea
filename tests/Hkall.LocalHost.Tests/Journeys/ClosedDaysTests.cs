using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Closed days over HTTP, and the years whose holidays nobody has published yet.</summary>
public sealed class ClosedDaysTests
{
    [Fact]
    public async Task A_day_closed_over_http_moves_what_ends_on_it_and_the_item_waits_one_day_longer()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await OnTheShelfAsync(bench);
        var until = (await patron.SeesAsync(id)).At("pickup.expiresOn")!;
        var closure = new { from = until, reason = "rainstorm" };

        var preview = (await bench.SendAsync(HttpMethod.Post, "/api/staff/closures?dryRun=true", await staff.TokenAsync(), ABench.JsonOf(closure))).ShouldBe(200);
        (preview.Json.At("patrons"), preview.Json.At("requests")).ShouldBe(("1", "1"));
        preview.Json.GetProperty("moves")[0].At("what").ShouldBe("pickup");
        (await staff.GetAsync("/api/staff/closures")).ShouldBe(200).Json.GetProperty("closures").GetArrayLength().ShouldBe(0);

        var entered = (await bench.SendAsync(HttpMethod.Post, "/api/staff/closures", await staff.TokenAsync(), ABench.JsonOf(closure))).ShouldBe(200);
        entered.Json.At("state").ShouldBe("moving");
        (await bench.SendAsync(HttpMethod.Post, "/api/staff/closures", await staff.TokenAsync(), ABench.JsonOf(closure))).ShouldBe(200)
            .Json.At("id").ShouldBe(entered.Json.At("id"));
        var moved = (await patron.SeesAsync(id)).At("pickup.expiresOn")!;
        string.CompareOrdinal(moved, until).ShouldBeGreaterThan(0);

        await bench.MoveToAsync($"{until}T23:00:00+08:00");
        await bench.AdvanceAsync("PT10H");
        (await patron.SeesAsync(id)).At("status").ShouldBe("ready-for-pickup");
        (await patron.MailAsync(id)).Count(mail => mail == "dates-moved").ShouldBe(1);
        (await patron.MailAsync(id)).ShouldNotContain("pickup-expired");

        var path = $"/api/staff/closures/{entered.Json.At("id")}";
        (await bench.SendAsync(HttpMethod.Delete, path, await staff.TokenAsync(), null)).ShouldBe(409).Json.At("code").ShouldBe("closure-over");
        (await bench.SendAsync(HttpMethod.Delete, "/api/staff/closures/none", await staff.TokenAsync(), null)).ShouldBe(404);
    }

    [Theory]
    [InlineData("""{"reason":"other"}""", "missing", "words")]
    [InlineData("""{"reason":"typhoon","from":"2020-01-01"}""", "date-out-of-range", "from")]
    [InlineData("""{"reason":"typhoon","from":"2027-03-02","to":"2027-03-01"}""", "date-out-of-range", "to")]
    [InlineData("""{"reason":"stocktaking","from":"2027-03-01","to":"2027-05-01"}""", "date-out-of-range", "to")]
    [InlineData("""{"reason":"power","from":"2027-03-01","restOfDay":true}""", "date-out-of-range", "restOfDay")]
    public async Task A_closure_that_cannot_be_says_what_is_wrong_and_moves_nothing(string body, string code, string field)
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();

        (await bench.SendAsync(HttpMethod.Post, "/api/staff/closures", await staff.TokenAsync(), new StringContent(body, null, "application/json")))
            .ShouldBlame(400, code, field);
        (await staff.GetAsync("/api/staff/closures")).ShouldBe(200).Json.GetProperty("closures").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("2028-01-19T10:00:00+08:00", "2028-01-31")]
    [InlineData("2028-04-07T10:00:00+08:00", "2028-04-18")]
    [InlineData("2031-01-16T10:00:00+08:00", "2031-01-27")]
    [InlineData("2031-04-04T10:00:00+08:00", "2031-04-15")]
    public async Task Dates_after_the_last_list_are_counted_with_the_holidays_that_the_law_foresees(string received, string until)
    {
        await using var bench = await ABench.InMemoryAsync(
            arguments: arguments => arguments with { Now = DateTimeOffset.Parse(received, System.Globalization.CultureInfo.InvariantCulture) });

        var id = await OnTheShelfAsync(bench);

        (await bench.Patron("okafor").SeesAsync(id)).At("pickup.expiresOn").ShouldBe(until);
    }

    /// <summary>A loan of sixty days that would end on a holiday of a year without a list, and the typhoon on its due date.</summary>
    [Theory]
    [InlineData("2027-11-29T10:00:00+08:00", "2028-01-31", "2028-02-01")]
    [InlineData("2028-02-29T10:00:00+08:00", "2028-05-03", "2028-05-04")]
    [InlineData("2030-11-25T10:00:00+08:00", "2031-01-27", "2031-01-28")]
    public async Task A_loan_of_those_years_is_due_on_an_open_day_and_a_closure_on_it_moves_it_with_one_mail(string lent, string dueOn, string moved)
    {
        await using var bench = await ABench.InMemoryAsync(
            arguments: arguments => arguments with { Now = DateTimeOffset.Parse(lent, System.Globalization.CultureInfo.InvariantCulture) });
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await OnTheShelfAsync(bench);
        await staff.DoesAsync("check-out", id);
        (await patron.SeesAsync(id)).At("loan.dueOn").ShouldBe(dueOn);

        await bench.MoveToAsync($"{dueOn}T12:00:00+08:00");
        (await staff.PostAsync("/api/staff/closures", new { from = dueOn, restOfDay = true, reason = "typhoon" })).ShouldBe(200);
        await bench.AdvanceAsync("PT10M");
        (await patron.SeesAsync(id)).At("loan.dueOn").ShouldBe(moved);
        await bench.MoveToAsync($"{moved}T10:00:00+08:00");
        (await patron.SeesAsync(id)).At("status").ShouldBe("on-loan");
        (await patron.MailAsync(id)).Count(mail => mail == "dates-moved").ShouldBe(1);
        (await patron.MailAsync(id)).ShouldNotContain("overdue");
    }

    [Fact]
    public async Task The_holidays_of_a_year_are_loaded_as_json_and_as_the_governments_calendar()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();
        var before = (await staff.GetAsync("/api/staff/holidays")).ShouldBe(200).Json;
        before.At("listedUntil").ShouldBe("2027-12-31");
        var proposed = before.GetProperty("years").EnumerateArray().Single(year => year.At("year") == "2028");
        proposed.At("state").ShouldBe("proposed");
        var dates = proposed.GetProperty("holidays").EnumerateArray().Select(holiday => holiday.At("date")!).ToList();

        var list = new { holidays = dates.Skip(1).Select(date => new { date, name = "A holiday" }), source = "Gazette" };
        var checkedOnly = (await PutAsync("/api/staff/holidays/2028?dryRun=true", ABench.JsonOf(list))).ShouldBe(200);
        checkedOnly.Json.GetProperty("less")[0].GetString().ShouldBe("2028-01-01");
        (await staff.GetAsync("/api/staff/holidays")).Json.At("listedUntil").ShouldBe("2027-12-31");

        var calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//1823//EN\r\n" + string.Concat(dates.Select((date, number) =>
            $"BEGIN:VEVENT\r\nUID:{number}@1823\r\nDTSTART;VALUE=DATE:{date.Replace("-", "", StringComparison.Ordinal)}\r\nSUMMARY:Holiday {number}\r\nEND:VEVENT\r\n"))
            + "END:VCALENDAR\r\n";
        var loaded = (await PutAsync("/api/staff/holidays/2028", new StringContent(calendar, null, "text/calendar"))).ShouldBe(200);
        loaded.Json.GetProperty("less").GetArrayLength().ShouldBe(0);
        (await staff.GetAsync("/api/staff/holidays")).Json.At("listedUntil").ShouldBe("2028-12-31");

        (await PutAsync("/api/staff/holidays/2028", new StringContent("no calendar", null, "text/calendar"))).ShouldBe(400);
        (await PutAsync("/api/staff/holidays/2028", ABench.JsonOf(new { holidays = Array.Empty<object>(), source = "Gazette" })))
            .ShouldBlame(400, "number-out-of-range", "holidays");
        (await PutAsync("/api/staff/holidays/2019", ABench.JsonOf(list))).ShouldBlame(400, "number-out-of-range", "year");

        async Task<Answer> PutAsync(string path, HttpContent content) => await bench.SendAsync(HttpMethod.Put, path, await staff.TokenAsync(), content);
    }

    private static async Task<string> OnTheShelfAsync(ABench bench)
    {
        var patron = bench.Patron("okafor");
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.Library((await patron.SeesAsync(id)).At("supplier.symbol")!).SaysAsync("shipped", id);
        await bench.LendingStaff().DoesAsync("receive", id);
        return id;
    }
}
