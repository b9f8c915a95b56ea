using Hkall.Domain.Calendar;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The lists of general holidays end: staff and operators are told in time, and staff confirm the next year.</summary>
public sealed class HolidaysPageTests
{
    [Fact]
    public async Task Nine_months_before_the_lists_end_staff_and_operators_are_told_until_the_next_year_is_confirmed()
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.MoveToAsync("2027-03-31T09:00:00+08:00");
        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        (await staff.GetAsync("/staff")).Text.ShouldNotContain("/staff/holidays");
        (await bench.GetAsync("/readyz")).Text.ShouldNotContain("holidays");

        await bench.MoveToAsync("2027-04-01T09:00:00+08:00");
        staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        (await staff.GetAsync("/staff")).Text.ShouldContain("The lists of general holidays end on Fri 31 Dec 2027: please confirm the next year.");
        (await bench.GetAsync("/readyz")).ShouldBe(200).Text.ShouldContain("holidays: listed until 2027-12-31; load the next year");

        var page = (await staff.GetAsync("/staff/holidays")).ShouldBe(200).Text;
        page.ShouldContain("Confirm the holidays of 2028");
        page.ShouldNotContain("Confirm the holidays of 2029");
        (await staff.PostAsync("/staff/holidays", ("year", "2029x"))).ShouldBe(400);
        (await staff.PostAsync("/staff/holidays", ("year", "2027"))).ShouldBe(404);
        (await staff.PostAsync("/staff/holidays", ("year", "2028"))).ShouldBe(303).Header("Location").ShouldBe("/staff/holidays?told=loaded");

        (await staff.GetAsync("/staff/holidays?told=loaded")).Text.ShouldContain("Cap. 149, confirmed by staff");
        (await staff.GetAsync("/staff")).Text.ShouldNotContain("The lists of general holidays end");
        (await bench.GetAsync("/readyz")).Text.ShouldNotContain("holidays");
    }

    [Theory]
    [InlineData("2027-11-29", "2028-01-31")]
    [InlineData("2028-02-29", "2028-05-03")]
    public async Task A_loan_that_reaches_past_the_lists_is_due_on_a_working_day_of_the_computed_year(string checkedOut, string due)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (start, staff) = (DateOnly.ParseExact(checkedOut, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), bench.LendingStaff());
        await bench.MoveToAsync($"{start.AddDays(-5):yyyy-MM-dd}T09:00:00+08:00");
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await bench.MoveToAsync($"{start:yyyy-MM-dd}T09:00:00+08:00");
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("check-out", id);

        (await bench.Patron("okafor").GetAsync($"/api/requests/{id}")).Json.At("loan.dueOn").ShouldBe(due);
    }

    [Fact]
    public async Task A_date_past_the_lists_is_called_provisional_and_moves_once_when_staff_load_the_Governments_file()
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.MoveToAsync("2027-11-24T09:00:00+08:00");
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        await bench.MoveToAsync("2027-11-29T09:00:00+08:00");
        await bench.LendingStaff().DoesAsync("receive", id);
        await bench.LendingStaff().DoesAsync("check-out", id);
        (await bench.Patron("okafor").GetAsync($"/api/requests/{id}")).Json.At("provisionalFrom").ShouldBe("2028-01-01");
        var (patron, staff) = (await AuditPagesTests.SignedInAsync(bench, "okafor"), await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person));
        (await patron.GetAsync($"/requests/{id}")).Text.ShouldContain("Dates from Sat 1 Jan 2028 on are provisional");
        (await staff.GetAsync($"/staff/requests/{id}")).Text.ShouldContain("Dates from Sat 1 Jan 2028 on are provisional");

        await staff.GetAsync("/staff/holidays");
        (await SendAsync(staff, "2028", Calendar(2028, "20280131"))).ShouldBe(303).Header("Location").ShouldBe("/staff/holidays?told=loaded");
        await bench.SettleAsync();

        var request = (await bench.Patron("okafor").GetAsync($"/api/requests/{id}")).Json;
        request.At("loan.dueOn").ShouldBe("2028-02-01");
        request.TryGetProperty("provisionalFrom", out _).ShouldBeFalse();
        (await patron.GetAsync($"/requests/{id}")).Text.ShouldNotContain("provisional");
    }

    [Theory]
    [InlineData("2028", "Nothing of the kind", 400)]
    [InlineData("2028", "{ \"holidays\": [], \"source\": \"x\" }", 400)]
    [InlineData("", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", 400)]
    [InlineData("1999", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", 400)]
    public async Task A_file_that_is_no_list_of_the_year_changes_nothing(string year, string content, int status)
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        await staff.GetAsync("/staff/holidays");

        (await SendAsync(staff, year, content)).ShouldBe(status);

        (await staff.GetAsync("/staff/holidays")).Text.ShouldNotContain("Loaded on");
    }

    private static Task<Answer> SendAsync(AForm staff, string year, string content) => staff.SendAsync("/staff/holidays", new MultipartFormDataContent
    {
        { new StringContent(staff.Token), "form-token" },
        { new StringContent(year), "year" },
        { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content)), "list", "en.ics" },
    });

    /// <summary>What the law foresees for the year and one day more, as the Government's calendar has it.</summary>
    private static string Calendar(int year, string more) =>
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//1823//EN\r\n"
        + string.Concat(
            HolidayProposal.Of(year).Select(holiday => holiday.Date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture)).Append(more)
                .Select(day => $"BEGIN:VEVENT\r\nUID:{day}@1823.gov.hk\r\nDTSTAMP:20270501T000000Z\r\nDTSTART;VALUE=DATE:{day}\r\nSUMMARY:A holiday\r\nEND:VEVENT\r\n"))
        + "END:VCALENDAR\r\n";
}
