using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Pictures;

/// <summary>
/// The pictures in the README, made from the bench's samples. <c>APPROVE=1</c> makes them again; <c>PICTURES=folder</c> puts every
/// page there whole, at both widths and in both languages, to be looked at.
/// </summary>
public sealed partial class PicturesTests(Browser browser) : IClassFixture<Browser>
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    /// <summary>A README is read over slow lines, too.</summary>
    private const int LargestPicture = 150 * 1024;

    private static readonly string Images = Path.Combine(Repository.Root, "docs", "images");

    /// <summary>The pictures of the README: a page, the width and height of its window, and the language.</summary>
    private static readonly (string Page, int Width, int Height, string Language)[] Shown =
    [
        ("search", Desktop, 760, Readers.English),
        ("options", Desktop, 760, Readers.English),
        ("my-requests", Desktop, 860, Readers.English),
        ("my-requests", Phone, 844, Readers.Chinese),
        ("request", Desktop, 900, Readers.English),
        ("request", Phone, 844, Readers.Chinese),
        ("account", Desktop, 860, Readers.Chinese),
        ("download", Phone, 700, Readers.English),
        ("staff", Desktop, 900, Readers.English),
        ("staff-request", Desktop, 1000, Readers.English),
        ("scan", Phone, 700, Readers.English),
        ("report", Desktop, 860, Readers.Chinese),
    ];

    [Fact]
    public void Every_picture_is_small_is_in_the_readme_and_says_in_words_what_it_shows()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var named = Links().Matches(readme).Select(match => (Alt: match.Groups[1].Value, File: match.Groups[2].Value)).ToList();

        named.Select(picture => picture.File).Order().ShouldBe(Shown.Select(NameOf).Order());
        named.ShouldAllBe(picture => picture.Alt.Length > 20);
        foreach (var (_, file) in named)
        {
            new FileInfo(Path.Combine(Images, file)).Length.ShouldBeInRange(1, LargestPicture, file);
        }
    }

    [BrowserFact, Trait("Run", "Full")]
    public async Task Pictures_are_made_again_when_asked_for()
    {
        var whole = Environment.GetEnvironmentVariable("PICTURES");
        var wanted = whole is { Length: > 0 }
            ? PagesOf("", "", "")
                .Select(page => page.Name)
                .SelectMany(
                    name => ((int, string)[])[(Desktop, Readers.English), (Phone, Readers.English), (Desktop, Readers.Chinese), (Phone, Readers.Chinese)],
                    (name, how) => (name, how.Item1, 900, how.Item2)).ToArray()
            : Environment.GetEnvironmentVariable("APPROVE") == "1" ? Shown : [];
        foreach (var language in wanted.Select(picture => picture.Item4).Distinct())
        {
            await DrawAsync(language, [.. wanted.Where(picture => picture.Item4 == language)], whole);
        }

        Shown.ShouldAllBe(picture => File.Exists(Path.Combine(Images, NameOf(picture))));
    }

    private async Task DrawAsync(string language, IReadOnlyList<(string Page, int Width, int Height, string Language)> wanted, string? whole)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (onLoan, link) = await PrepareAsync(bench, Readers.Patron(language));
        foreach (var width in wanted.Select(picture => picture.Width).Distinct())
        {
            await using var patron = await browser.OpenAsync(bench.Url, language, width, 900);
            await patron.PatronSignsInAsync();
            await using var staff = await browser.OpenAsync(bench.Url, language, width, 900);
            await staff.StaffSignsInAsync();
            foreach (var (name, _, height, _) in wanted.Where(picture => picture.Width == width))
            {
                var page = PagesOf(onLoan, link, Readers.Patron(language)).Single(one => one.Name == name);
                var window = page.Address.StartsWith("/staff", StringComparison.Ordinal) ? staff : patron;
                await window.Page.SetViewportSizeAsync(width, height);
                await window.GoAsync(page.Address);

                // The clock above every page is the bench's.
                await window.Page.EvaluateAsync("document.querySelector('.strip')?.remove()");
                await window.Page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(whole ?? Images, NameOf((name, width, height, language))),
                    FullPage = whole is not null,
                });
            }
        }
    }

    /// <summary>Something in every state that a list shows: late, ready, on its way, to be decided, done.</summary>
    private static async Task<(string OnLoan, string Link)> PrepareAsync(ABench bench, string patron)
    {
        var charged = await Prepared.ChargedAsync(bench, patron);
        var onLoan = await Prepared.OnLoanAsync(bench, patron);
        await Prepared.OnTheShelfAsync(bench, patron);
        var copy = await Prepared.ReadyToDownloadAsync(bench, patron);
        var link = await bench.Patron(patron).LinkAsync(copy);
        await bench.Patron(patron).HasPlacedAsync(Orders.Hobsbawm);
        foreach (var other in (string[])["chan-siu-ming", "fernandes", "petrov", "lee-hoi-lam"])
        {
            await bench.Patron(other).HasPlacedAsync(Orders.Kuhn);
            await bench.Patron(other).HasPlacedAsync(Orders.Latour);
        }

        (await bench.Patron("oneill").PlaceAsync(new { service = "loan", staffHelp = true, item = new { title = "A book about lighthouses" } })).ShouldBe(201);
        await bench.SettleAsync();
        charged.ShouldNotBe(onLoan);
        return (onLoan, link);
    }

    private static IReadOnlyList<(string Name, string Address)> PagesOf(string onLoan, string link, string patron) =>
    [
        ("search", "/?q=the"),
        ("options", "/place?genre=book&btitle=The+Structure+of+Scientific+Revolutions&isbn=9780226458120&au=Thomas+S.+Kuhn"),
        ("my-requests", "/requests"),
        ("request", $"/requests/{onLoan}"),
        ("account", "/account"),
        ("preferences", "/account/preferences"),
        ("data", "/account/data"),
        ("fees", "/account/fees"),
        ("download", $"/downloads/{link}"),
        ("staff", "/staff"),
        ("staff-request", $"/staff/requests/{onLoan}"),
        ("staff-lending", "/staff/lending"),
        ("partner-edit", "/staff/partners/HKU/edit"),
        ("partner", "/staff/partners/HKU"),
        ("worklist", "/staff/worklists/with-libraries"),
        ("scan", "/staff/scan"),
        ("help", "/help/privacy"),
        ("handbook", "/staff/help"),
        ("handbook-page", "/staff/help/receive"),
        ("report", $"/staff/reports/demand?{(patron.Length > 0 ? "from=2026-11-01&to=2026-12-31" : "")}"),
    ];

    private static string NameOf((string Page, int Width, int Height, string Language) picture) =>
        $"{picture.Page}-{(picture.Width == Phone ? "phone" : "desktop")}-{(picture.Language == Readers.English ? "en" : "zh")}.png";

    [GeneratedRegex("""!\[([^\]]*)\]\(docs/images/([^)]+)\)""")]
    private static partial Regex Links();
}
