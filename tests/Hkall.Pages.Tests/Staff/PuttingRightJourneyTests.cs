using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Two journeys of staff: a slip of the hand is taken back, and a library that has no system is asked by letter.</summary>
public class PuttingRightJourneyTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData(Readers.English, true)]
    [InlineData(Readers.Chinese, false)]
    public async Task The_wrong_book_was_received_and_it_is_undone_told_to_the_patron_and_received_rightly(string language, bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        var patron = bench.Patron(Readers.Patron(language));
        var id = await Prepared.OnTheShelfAsync(bench, patron.Person);
        await using var window = await OpenAsync(bench, language, script: script);
        await window.StaffSignsInAsync($"/staff/requests/{id}");

        await window.OpenAsync("Undo: received", "撤銷：已收到");
        await window.ShouldSayAsync("Whoever was told otherwise is told that it was a mistake", "曾獲通知者會收到更正");
        await window.ShouldBeAccessibleAsync("undoing");
        await window.FillAsync("#undo-note", "The wrong book was under the scanner.");
        await window.PressAsync("Undo", "撤銷此步驟");
        await window.ShouldSayAsync("Done.", "已完成。");
        await window.ShouldSayAsync("Undone: received (The wrong book was under the scanner.)", "已撤銷：已收到");
        (await patron.StatusAsync(id)).ShouldBe("in-transit");
        (await patron.MailAsync(id)).ShouldContain("corrected");

        await window.PressAsync("Receive", "接收");

        await window.ShouldSayAsync("Received: put it on the hold shelf.", "已接收：請放到預約書架。");
        (await patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
    }

    [Journey]
    [InlineData(Readers.English, false)]
    [InlineData(Readers.Chinese, true)]
    public async Task A_library_without_a_system_gets_a_letter_answers_on_its_page_and_staff_see_what_it_said(string language, bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        var patron = bench.Patron(Readers.Patron(language));
        var (id, link) = await Answers.AnswerPageTests.AskedAsync(bench, patron);
        await using (var library = await OpenAsync(bench, language, width: 390, height: 800, script: script))
        {
            await library.GoAsync($"/answer/{link}");
            await library.ShouldSayAsync("The Common Reader");
            await library.OpenAsync("We have sent it", "已寄出");
            await library.ShouldBeAccessibleAsync("answering");
            await library.FillAsync("#barcode", "TL-1");
            await library.FillAsync("#shipped-note", "Two loose pages.");
            await library.PressAsync("Send: We have sent it", "送出：已寄出");
            await library.ShouldSayAsync("Thank you. Your answer has been recorded.", "謝謝。貴館的回覆已記錄。");
        }

        (await patron.StatusAsync(id)).ShouldBe("in-transit");
        await using var window = await OpenAsync(bench, language, script: script);
        await window.StaffSignsInAsync($"/staff/requests/{id}");
        await window.ShouldSayAsync("Two loose pages.");
        await window.ShouldSayAsync("TL-1");
        await window.PressAsync("Receive", "接收");
        await window.ShouldSayAsync("Received: put it on the hold shelf.", "已接收：請放到預約書架。");
        (await patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class PuttingRightJourneyInBrowserTests(Browser browser) : PuttingRightJourneyTests(browser), IClassFixture<Browser>;
