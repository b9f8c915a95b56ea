using System.Net;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Texts;

/// <summary>Who reads Chinese knows a library by its Chinese name; what is kept of a request keeps the name it came with.</summary>
public sealed class LibraryNamesTests
{
    private const string English = "The Chinese University of Hong Kong";
    private const string Chinese = "香港中文大學";

    [Fact]
    public async Task Who_reads_chinese_sees_a_librarys_chinese_name_in_pages_and_mails_and_the_record_is_as_it_was()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await bench.Patron("wong-ka-yan").HasPlacedAsync(Orders.Kuhn);
        await bench.AdvanceAsync("P1DT2H");
        var state = (await bench.LendingStaff().SeesAsync(id)).GetProperty("state");
        var entry = state.GetProperty("rota").EnumerateArray().Single(one => one.At("standing") == "supplied");
        var symbol = entry.At("symbol")!;
        var partner = (await bench.LendingStaff().GetAsync($"/api/staff/partners/{symbol}")).ShouldBe(200).Json;
        var (english, chinese) = (partner.At("name")!, partner.At("nameZhHant")!);

        foreach (var (person, path) in new[] { ("wong-ka-yan", $"/requests/{id}"), ("tsang-chi-ho", $"/staff/requests/{id}"),
            ("tsang-chi-ho", $"/staff/slips/return?ids={id}") })
        {
            var text = await SeenAsync(bench, person, path);
            text.ShouldContain(chinese, customMessage: path);
            text.ShouldNotContain(english, customMessage: path);
        }

        (await SeenAsync(bench, LendingStaff.Person, $"/staff/requests/{id}")).ShouldContain(english);
        var mails = await bench.MailAsync();
        mails.Where(mail => mail.At("requestId") == id)
            .Select(mail => mail.At("text")!).ShouldContain(text => text.Contains(chinese, StringComparison.Ordinal));
        mails.Where(mail => mail.At("requestId") == id)
            .Select(mail => mail.At("text")!).ShouldNotContain(text => text.Contains(english, StringComparison.Ordinal));
        entry.At("name").ShouldBe(english);
        (await bench.Patron("wong-ka-yan").SeesAsync(id)).At("supplier.name").ShouldBe(english);
    }

    [Fact]
    public async Task The_lending_side_shows_the_chinese_names_of_borrowers_too()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await new ABorrower(bench, "CUHK").AsksForABookAsync("names-1");

        foreach (var path in new[] { $"/staff/lending/{id}", "/staff/lending/worklists/to-pull", "/staff/lending/new" })
        {
            var text = await SeenAsync(bench, "tsang-chi-ho", path);
            text.ShouldContain(Chinese, customMessage: path);
            text.ShouldNotContain(English, customMessage: path);
        }

        var form = new AForm(bench);
        await form.SignInAsync("tsang-chi-ho");
        await form.GetAsync("/staff/scan");
        var scanned = WebUtility.HtmlDecode((await form.PostAsync("/staff/scan", ("barcode", id))).ShouldBe(200).Text);
        scanned.ShouldContain(Chinese);
        scanned.ShouldNotContain(English);
        (await SeenAsync(bench, LendingStaff.Person, $"/staff/lending/{id}")).ShouldContain(English);
        (await bench.LendingStaff().GetAsync($"/api/staff/lending/{id}")).ShouldBe(200).Json.At("borrower.name").ShouldBe(English);
    }

    private static async Task<string> SeenAsync(ABench bench, string person, string path)
    {
        var reader = new AForm(bench);
        await reader.SignInAsync(person);
        return WebUtility.HtmlDecode((await reader.GetAsync(path)).ShouldBe(200).Text);
    }
}
