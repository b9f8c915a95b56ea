using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>One quota with the Library's own items, and the blocks of its own system.</summary>
public sealed class BorrowingLimitsTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task What_is_checked_out_of_the_Librarys_own_takes_its_place_in_the_one_quota()
    {
        await _bench.ScriptAsync("*", "silent");
        var student = _bench.Patron("smith");
        await student.HasOfTheLibraryAsync(new { checkOuts = 48, holds = 3 });

        await student.HasPlacedAsync(Orders.BookNumber(1));
        await student.HasPlacedAsync(Orders.BookNumber(2));
        var quota = (await student.GetAsync("/api/me")).Json.GetProperty("quota");
        (quota.At("limit"), quota.At("used"), quota.At("remaining")).ShouldBe(("50", "50", "0"));
        (quota.At("parts.requests"), quota.At("parts.loans"), quota.At("parts.ownCheckouts")).ShouldBe(("2", "0", "48"));

        var refused = (await student.PlaceAsync(Orders.BookNumber(3))).ShouldBeProblem(409, "quota-reached");
        refused.Json.At("detail").ShouldBe("2 requests are open and 48 of the Library's own items are checked out to you, of 50 allowed at once.");
    }

    [Fact]
    public async Task Fifty_at_once_against_three_places_left_by_the_Librarys_own_items_are_three()
    {
        await _bench.ScriptAsync("*", "silent");
        var student = _bench.Patron("smith");
        await student.HasOfTheLibraryAsync(new { checkOuts = 45 });
        await student.HasPlacedAsync(Orders.BookNumber(101));
        await student.HasPlacedAsync(Orders.BookNumber(102));

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(number => student.PlaceAsync(Orders.BookNumber(number))));

        answers.Count(answer => answer.Status == 201).ShouldBe(3);
        answers.Count(answer => answer.Status == 409 && answer.Json.At("code") == "quota-reached").ShouldBe(47);
        (await student.QuotaAsync()).ShouldBe((50, 0));
    }

    [Fact]
    public async Task Who_is_blocked_by_the_Library_places_nothing_and_hears_why()
    {
        var blocked = _bench.Patron("tam-pui-shan");

        var refused = (await blocked.PlaceAsync(Orders.Kuhn)).ShouldBeProblem(409, "blocked");
        refused.Json.At("detail").ShouldBe("Your Library account is blocked: three items of the Library are overdue since October.");
        var block = (await blocked.GetAsync("/api/me")).Json.GetProperty("blocks").EnumerateArray().ShouldHaveSingleItem();
        block.At("code").ShouldBe("library-block");
        (await blocked.MyRequestsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_blocked_after_the_check_out_renews_nothing_until_the_block_is_lifted()
    {
        await _bench.ScriptAsync("*", "renew-approved");
        var (patron, staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("check-out", id);
        await patron.HasOfTheLibraryAsync(new { blocks = new[] { "an unpaid bill." } });
        await _bench.AdvanceAsync("PT2M");

        (await patron.PostAsync($"/api/requests/{id}/renew")).ShouldBeProblem(409, "blocked");

        await patron.HasOfTheLibraryAsync(new { });
        await _bench.AdvanceAsync("PT2M");
        (await patron.PostAsync($"/api/requests/{id}/renew")).ShouldBe(200);
    }

    [Fact]
    public async Task While_the_Librarys_system_is_silent_its_last_answer_holds_for_a_day_and_then_staff_look()
    {
        await _bench.ScriptAsync("*", "silent");
        var student = _bench.Patron("smith");
        await student.HasOfTheLibraryAsync(new { checkOuts = 47 });
        await student.HasPlacedAsync(Orders.BookNumber(1));
        await student.HasOfTheLibraryAsync(new { silent = true });
        await _bench.AdvanceAsync("PT1H");

        var quota = (await student.GetAsync("/api/me")).Json.GetProperty("quota");
        (quota.At("parts.ownCheckouts"), quota.At("ownAccount.known")).ShouldBe(("47", "True"));
        quota.At("ownAccount.asOf")![..16].ShouldBe("2026-11-23T01:00");

        await _bench.AdvanceAsync("P1D");
        quota = (await student.GetAsync("/api/me")).Json.GetProperty("quota");
        (quota.At("parts.ownCheckouts"), quota.At("ownAccount.known")).ShouldBe(("0", "False"));
        for (var number = 2; number <= 5; number++)
        {
            (await student.PlaceAsync(Orders.BookNumber(number))).ShouldBe(201).Json.At("status").ShouldBe("sourcing");
        }

        (await student.PlaceAsync(Orders.BookNumber(6))).ShouldBe(201).Json.At("status").ShouldBe("in-review");
    }
}
