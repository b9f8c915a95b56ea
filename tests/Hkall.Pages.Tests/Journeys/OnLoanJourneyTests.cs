using Hkall.LocalHost.Tests.Drivers;
using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Journeys;

/// <summary>Renewing, and what else a patron decides, with a script and without.</summary>
[Collection(nameof(Browser))]
public sealed class OnLoanJourneyTests(Browser browser)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_loan_is_renewed_on_its_page_and_why_not_again_is_said_there(bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.ScriptAsync("*", "renew-declined");
        var id = await Prepared.OnLoanAsync(bench, "okafor");
        await using var window = await browser.OpenAsync(bench.Url, "en", script: script);
        await window.SignInAsync("Dr Ngozi Okafor", $"/requests/{id}");
        await window.ShouldSayAsync("Due date");
        await window.ShouldSayAsync("The lending library decides.");

        await window.PressAsync("Ask for a renewal");
        await window.ShouldSayAsync("The lending library has been asked for a renewal.");
        await bench.SettleAsync();
        await window.GoAsync($"/requests/{id}");

        await window.ShouldSayAsync("No: the lending library has not agreed.");
        (await window.Page.GetByText("Ask for a renewal").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task A_charge_is_accepted_and_a_declaration_is_signed_where_they_are_asked_for()
    {
        await using var bench = await ABench.InMemoryAsync();
        var charged = await Prepared.ChargedAsync(bench, "okafor");
        var undeclared = await Prepared.UndeclaredAsync(bench, "okafor");
        await using var window = await browser.OpenAsync(bench.Url);
        await window.SignInAsync("Dr Ngozi Okafor", "/requests");
        await window.ShouldSayAsync("Your decision needed");
        await window.ShouldSayAsync("Declaration needed");

        await window.GoAsync($"/requests/{charged}");
        await window.PressAsync("Accept HKD 450.00");
        await window.ShouldSayAsync("Your decision is recorded.");
        await window.GoAsync($"/requests/{undeclared}");
        foreach (var part in new[] { "research", "unrelated", "first" })
        {
            await window.Page.Locator($"[name={part}]").CheckAsync();
        }

        await window.PressAsync("Sign the declaration");
        await window.ShouldSayAsync("The declaration is signed");
    }

    [BrowserFact]
    public async Task Who_works_at_the_university_has_it_brought_to_their_office()
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnTheShelfAsync(bench, "okafor");
        await using var window = await browser.OpenAsync(bench.Url);
        await window.SignInAsync("Dr Ngozi Okafor", $"/requests/{id}");
        await window.Page.GetByText("Have it brought to your office").ClickAsync();
        await window.FillAsync("Your department’s general office", "Department of History, HSH 214");
        await window.PressAsync("Bring it there");

        await window.ShouldSayAsync("It is on its way to Department of History, HSH 214.");
    }
}
