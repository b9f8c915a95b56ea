using System.Text;
using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Playwright;

namespace Hkall.Pages.Tests.Staff;

/// <summary>
/// The paper that goes with an item in several parts says how many there are, so that a person who finds one volume looks for the others.
/// A test takes more than two seconds: a browser prints the slips.
/// </summary>
public sealed partial class SlipsInPartsTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData("en", "3 parts", "2 of 3 parts")]
    [InlineData("zh-HK", "共 3 件", "3 件中的 2 件")]
    public async Task A_slip_says_how_many_parts_belong_together_and_of_how_many_where_some_did_not_come(string language, string whole, string rest)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (complete, incomplete) = (
            await InPartsAsync(bench, "okafor", Orders.Kuhn, "V1", "V2", "V3"), await InPartsAsync(bench, "wong-ka-yan", Orders.Piketty, "W1", "W2"));
        await bench.LendingStaff().DoesAsync("no-more-parts", incomplete);
        await using var window = await browser.OpenAsync(bench.Url, language);
        await window.SignInAsync(Readers.Of(language), $"/staff/slips/shelf?ids={complete},{incomplete}");

        (await window.Page.Locator(".slip .parts").AllInnerTextsAsync()).ShouldBe([whole, rest]);
        await window.ShouldBeAccessibleAsync("slips of items in parts");
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await window.Page.Locator(".slip .parts").First.IsVisibleAsync()).ShouldBeTrue();
        (await PagesOfAsync(window)).ShouldBe(2);
    }

    [BrowserFact]
    public async Task The_return_slip_of_an_item_in_parts_says_so_too_and_that_of_a_single_item_does_not()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (parts, single) = (await InPartsAsync(bench, "okafor", Orders.Kuhn, "V1", "V2"), await Prepared.OnLoanAsync(bench, "smith", Orders.Piketty));
        await bench.LendingStaff().DoesAsync("no-more-parts", parts);
        await bench.LendingStaff().DoesAsync("check-out", parts);
        await bench.LendingStaff().DoesAsync("check-in", parts);
        await bench.LendingStaff().DoesAsync("check-in", single);
        await using var window = await browser.OpenAsync(bench.Url);
        await window.SignInAsync(Readers.Of("en"), $"/staff/slips/return?ids={parts},{single}");

        (await window.Page.Locator(".slip").CountAsync()).ShouldBe(2);
        (await window.Page.Locator(".slip .parts").AllInnerTextsAsync()).ShouldBe(["2 of 3 parts"]);
        (await PagesOfAsync(window)).ShouldBe(2);
    }

    /// <summary>Announced as three, of which these have come.</summary>
    private static async Task<string> InPartsAsync(ABench bench, string person, object order, params string[] barcodes)
    {
        var id = await bench.Patron(person).HasPlacedAsync(order);
        foreach (var barcode in barcodes)
        {
            await bench.LendingStaff().DoesAsync("receive", id, new { barcode, parts = 3 });
        }

        return id;
    }

    private static async Task<int> PagesOfAsync(AWindow window) =>
        Sheets().Count(Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4" })));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheets();
}
