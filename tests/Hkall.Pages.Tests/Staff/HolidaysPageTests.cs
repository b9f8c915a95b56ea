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
}
