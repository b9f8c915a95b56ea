using Hkall.Service.Inbox;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Messages that nobody could use: counted on the first page of the desk, and read on a page of their own.</summary>
public sealed class ParkedPageTests
{
    private const string Reason = "id=\"reason-";

    [Fact]
    public async Task They_are_counted_for_staff_and_come_in_pages_the_oldest_first_with_what_can_be_done()
    {
        await using var bench = await ABench.InMemoryAsync();
        var parked = bench.Service<ParkedMessages>();
        for (var n = 1; n <= 23; n++)
        {
            await parked.ParkAsync($"message-{n:00}", ParkedReason.Refused, "HKU: BadlyFormedMessage status", CancellationToken.None, "HKU");
            await bench.AdvanceAsync("PT1S");
        }

        var staff = await AuditPagesTests.SignedInAsync(bench, LendingStaff.Person);
        (await staff.GetAsync("/staff")).ShouldBe(200).Text.ShouldMatch("""href="/staff/parked">\s*<span class="figure" data-count="parked">23<""");

        var first = (await staff.GetAsync("/staff/parked")).ShouldBe(200).Text;
        first.ShouldContain("23 messages");
        first.ShouldContain("HKU: BadlyFormedMessage status");
        first.ShouldContain("Try again");
        (first.Split(Reason).Length - 1).ShouldBe(20);
        first.ShouldContain("message-01");
        first.ShouldNotContain("message-21");

        var after = first.Split("/staff/parked?after=")[1].Split('"')[0];
        var second = (await staff.GetAsync($"/staff/parked?after={after}")).ShouldBe(200).Text;
        (second.Split(Reason).Length - 1).ShouldBe(3);
        second.ShouldContain("message-21");
        second.ShouldNotContain("message-20");
        second.ShouldNotContain("class=\"button\" href=\"/staff/parked?after=");
        (await staff.GetAsync("/staff/parked?after=nonsense")).ShouldBe(400);
    }
}
