using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>The lending side: its lists, its paper, and one request on its way.</summary>
public class LendingPageTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_is_to_be_fetched_is_printed_in_one_go_then_labelled_and_shipped(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        string[] ids = [await KeyedInAsync(bench, "a"), await KeyedInAsync(bench, "b")];
        await using var window = await OpenAsync(bench, language, script: false);
        await window.StaffSignsInAsync("/staff/lending");
        await window.ShouldBeAccessibleAsync("lists of lending");
        await window.FollowAsync("To pull", "待取件");
        await window.ShouldBeAccessibleAsync("to fetch");

        await window.PressAsync("Print the pull slip", "列印取件單");
        (await window.CountAsync("section.page")).ShouldBe(2);
        await window.BackAsync();
        await window.CheckAsync($"[value='{ids[1]}']");
        await window.PressAsync("Print the pull slip", "列印取件單");
        (await window.CountAsync("section.page")).ShouldBe(1);

        await window.GoAsync($"/staff/lending/{ids[0]}");
        await window.ShouldBeAccessibleAsync("one request to lend");
        await window.FillAsync("#barcode", "3888000777");
        await window.PressAsync("Picked", "已取件");
        await window.ShouldSayAsync("To ship", "待寄出");
        await window.FollowAsync("Print the address label", "列印地址標籤");
        (await window.TextsAsync("address")).ShouldHaveSingleItem().ShouldContain("Chinese University");
        await window.GoAsync("/staff/lending/worklists/to-ship");
        await window.PressAsync("Print the address label", "列印地址標籤");
        (await window.CountAsync("section.page")).ShouldBe(1);
        await window.GoAsync($"/staff/lending/{ids[0]}");
        await window.PressAsync("Ship", "寄出");

        await window.ShouldSayAsync("Done.", "已完成。");
        (await bench.LendingStaff().GetAsync($"/api/staff/lending/{ids[0]}")).ShouldBe(200).Json.At("status").ShouldBe("shipped");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task What_cannot_be_supplied_is_declined_with_a_reason_in_words(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await KeyedInAsync(bench, "c");
        await using var window = await OpenAsync(bench, language, width: 390, height: 800);
        await window.StaffSignsInAsync($"/staff/lending/{id}");
        await window.SelectAsync("#unfilled", window.Say("not on its shelf", "不在架上"));

        await window.PressAsync("We cannot supply", "未能提供");

        await window.ShouldSayAsync("Not supplied", "未有提供");
        await window.ShouldBeAccessibleAsync("declined");
    }

    private static async Task<string> KeyedInAsync(ABench bench, string requestId)
    {
        var id = (await bench.LendingStaff().PostAsync("/api/staff/lending", new
        {
            symbol = "CUHK",
            requestId,
            service = "loan",
            item = new { title = "Nineteen Eighty-Four", author = "George Orwell", isbn = "9780451524935" },
        })).ShouldBe(201).Json.At("id")!;
        await bench.SettleAsync();
        return id;
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class LendingPageInBrowserTests(Browser browser) : LendingPageTests(browser), IClassFixture<Browser>;
