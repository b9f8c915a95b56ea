using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The counts of a staff desk that stands open.</summary>
public sealed class LiveCountsTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task The_counts_of_now_are_told_to_who_may_see_the_lists()
    {
        await using var room = await AStaffRoom.OpenAsync();
        var (staff, patron) = (new AForm(room.Bench), new AForm(room.Bench));
        await staff.SignInAsync("lam-mei-ling");
        await patron.SignInAsync("okafor");

        (await staff.GetAsync("/staff/counts")).ShouldBe(200).Json.GetProperty("on-hold-shelf").GetInt32().ShouldBe(1);
        (await staff.GetAsync("/staff/lending/counts")).ShouldBe(200).Json.GetProperty("to-answer").GetInt32().ShouldBe(0);
        foreach (var counts in (string[])["/staff/counts", "/staff/lending/counts"])
        {
            (await patron.GetAsync(counts)).ShouldBe(403);
            (await new AForm(room.Bench).GetAsync(counts)).Status.ShouldBeOneOf(302, 303, 401);
        }
    }

    /// <summary>It takes more than two seconds: a browser is started.</summary>
    [BrowserFact]
    public async Task A_desk_that_stands_open_follows_what_happens()
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url);
        await window.Page.Clock.InstallAsync();
        await window.StaffSignsInAsync();
        var received = window.Page.Locator("[data-count=to-receive]");
        var shelf = window.Page.Locator("[data-count=on-hold-shelf]");
        var awaited = int.Parse((await received.TextContentAsync())!, System.Globalization.CultureInfo.InvariantCulture);

        await room.Bench.LendingStaff().DoesAsync("receive", room.OnItsWay);
        await room.Bench.LendingStaff().DoesAsync("receive", room.AlsoOnItsWay);
        await window.Page.Clock.RunForAsync(31_000);
        await window.Page.WaitForFunctionAsync("document.querySelector('[data-count=on-hold-shelf]').textContent === '3'");

        (await received.TextContentAsync()).ShouldBe($"{awaited - 2}");
        (await shelf.EvaluateAsync<bool>("figure => figure.closest('li').classList.contains('none')")).ShouldBeFalse();
    }

    /// <summary>It takes more than two seconds: a browser is started.</summary>
    [BrowserFact]
    public async Task A_desk_that_nobody_uses_asks_no_more()
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url);
        await window.Page.Clock.InstallAsync();
        await window.StaffSignsInAsync();
        await window.Page.Clock.FastForwardAsync(601_000);
        var asked = 0;
        window.Page.Request += (_, request) => asked += request.Url.EndsWith("/counts", StringComparison.Ordinal) ? 1 : 0;

        await window.Page.Clock.RunForAsync(120_000);

        asked.ShouldBe(0);
    }
}
