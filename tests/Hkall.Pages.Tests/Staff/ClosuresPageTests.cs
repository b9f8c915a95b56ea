using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A typhoon day: staff see what would move, close the day, and take the closure back.</summary>
public class ClosuresPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_typhoon_day_is_previewed_closed_and_taken_back(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron(Readers.Patron(language)), bench.LendingStaff());
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.Library((await patron.SeesAsync(id)).At("supplier.symbol")!).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);
        var until = DateOnly.ParseExact((await patron.SeesAsync(id)).At("pickup.expiresOn")!, "yyyy-MM-dd");

        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/closures");
        await window.ShouldSayAsync("No closed days yet", "未有休館日");
        await window.ShouldBeAccessibleAsync("closed days");
        await window.FillAsync("#from", until.ToString("yyyy-MM-dd"));
        await window.SelectAsync("#reason", "other");
        await window.PressAsync("See what would move", "預覽順延的日期");
        await window.ShouldSayAsync("Say in a few words why the Library is closed", "請簡述休館原因");

        await window.SelectAsync("#reason", "typhoon");
        await window.PressAsync("See what would move", "預覽順延的日期");
        await window.ShouldSayAsync("Patrons who get an email: 1", "將收到電郵的讀者：1位");
        await window.ShouldSayAsync("Collect by", "取件限期");
        await window.ShouldBeAccessibleAsync("what a closure would move");
        (await patron.SeesAsync(id)).At("pickup.expiresOn").ShouldBe(until.ToString("yyyy-MM-dd"));

        await window.PressAsync("Close these days and move the dates", "確定休館並順延日期");
        await window.ShouldSayAsync("The dates are moving", "日期正在順延");
        await bench.AdvanceAsync("PT2M");
        (await patron.SeesAsync(id)).At("pickup.expiresOn").ShouldBe(NextWorkday(until).ToString("yyyy-MM-dd"));
        await window.ReloadAsync();
        await window.ShouldSayAsync("1 requests of 1 patrons", "1位讀者的1項申請");
        await bench.AdvanceAsync("P1D");
        (await patron.MailAsync(id)).Count(mail => mail == "dates-moved").ShouldBe(1);

        await window.PressAsync("Take back", "撤回");
        await window.ShouldSayAsync("Dates that patrons have been given stay as they are", "讀者已獲的日期維持不變");
        await window.ShouldBeAccessibleAsync("a closure taken back");
        (await patron.SeesAsync(id)).At("pickup.expiresOn").ShouldBe(NextWorkday(until).ToString("yyyy-MM-dd"));
    }

    private static DateOnly NextWorkday(DateOnly day) => day.AddDays(day.DayOfWeek == DayOfWeek.Friday ? 3 : 1);
}
