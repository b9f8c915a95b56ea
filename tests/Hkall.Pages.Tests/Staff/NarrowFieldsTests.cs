using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Fields on a phone: what they say while they are empty is not cut off. A test takes more than two seconds: a browser draws every page.</summary>
public sealed class NarrowFieldsTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public Task What_an_empty_field_says_is_read_whole_on_the_narrowest_phone(string language) => ShouldBeReadWholeAsync(language, 320);

    [BrowserTheory, Trait("Run", "Full"), MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public Task What_an_empty_field_says_is_read_whole_on_a_usual_phone(string language) => ShouldBeReadWholeAsync(language, 390);

    private async Task ShouldBeReadWholeAsync(string language, int width)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url, language, width: width, height: 800);
        await window.StaffSignsInAsync("/staff/scan");

        foreach (var path in new[] { "/staff/scan", "/staff", "/staff/requests", "/" })
        {
            await window.GoAsync(path);
            await window.ShouldFitAsync(path);
            var cut = await window.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('input[placeholder]')].filter(field => {
                  const pen = document.createElement('canvas').getContext('2d');
                  pen.font = getComputedStyle(field, '::placeholder').font;
                  const style = getComputedStyle(field);
                  return pen.measureText(field.placeholder).width > field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
                }).map(field => field.placeholder)
                """);
            cut.ShouldBeEmpty(path);
        }
    }
}
