using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Journeys;

/// <summary>Renewing, and what else a patron decides, with a script and without.</summary>
public class OnLoanJourneyTests(Browser? browser = null) : JourneyTests(browser)
{
    [Journey]
    [InlineData(Readers.English, true)]
    [InlineData(Readers.Chinese, false)]
    public async Task A_loan_is_renewed_on_its_page_and_why_not_again_is_said_there(string language, bool script)
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.ScriptAsync("*", "renew-declined");
        var id = await Prepared.OnLoanAsync(bench, Readers.Patron(language));
        await using var window = await OpenAsync(bench, language, script: script);
        await window.PatronSignsInAsync($"/requests/{id}");
        await window.ShouldSayAsync("Due date", "到期日");
        await window.ShouldSayAsync("The lending library decides.", "由借出的圖書館決定");

        await window.PressAsync("Request renewal", "申請續借");
        await bench.SettleAsync();
        await window.GoAsync($"/requests/{id}");

        await window.ShouldSayAsync("Not renewable: renewal declined.", "借出的圖書館不同意");
        (await window.TextsAsync("main button")).ShouldNotContain(window.Say("Request renewal", "申請續借"));
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_charge_is_accepted_and_a_declaration_is_signed_where_they_are_asked_for(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var charged = await Prepared.ChargedAsync(bench, Readers.Patron(language));
        var undeclared = await Prepared.UndeclaredAsync(bench, Readers.Patron(language));
        await using var window = await OpenAsync(bench, language);
        await window.PatronSignsInAsync("/requests");
        await window.ShouldSayAsync("Charge to accept", "待接受收費");
        await window.ShouldSayAsync("Declaration needed", "待簽署聲明");

        await window.GoAsync($"/requests/{charged}");
        await window.PressAsync("Accept HKD 450.00", "接受港幣450.00元");
        await window.ShouldSayAsync("We’ve recorded your decision.", "您的決定已記錄。");
        await window.GoAsync($"/requests/{undeclared}");
        foreach (var part in new[] { "research", "unrelated", "first" })
        {
            await window.CheckAsync($"[name={part}]");
        }

        await window.PressAsync("Sign the declaration", "簽署聲明");
        await window.ShouldSayAsync("The declaration is signed", "聲明已簽署");
    }

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task Who_works_at_the_university_has_it_brought_to_their_office(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var id = await Prepared.OnTheShelfAsync(bench, Readers.Patron(language));
        await using var window = await OpenAsync(bench, language);
        await window.PatronSignsInAsync($"/requests/{id}");
        await window.OpenAsync("Delivery to your office", "送到辦公室");
        await window.FillAsync(window.Say("Your department’s general office", "所屬部門的總辦事處"), "Department of History, HSH 214");
        await window.PressAsync("Deliver there", "送到該處");

        await window.ShouldSayAsync("It is on its way to Department of History, HSH 214.", "資料正送往Department of History, HSH 214。");
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class OnLoanJourneyInBrowserTests(Browser browser) : OnLoanJourneyTests(browser), IClassFixture<Browser>;
