using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Hkall.Domain.Model;
using Hkall.Service.Partners;
using Hkall.Service.Texts;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>
/// XSS, CSV, SVG, CRLF and template injection: what a patron, a link or a library writes is text on every page, in every mail and in every
/// table, and never becomes a part of the page.
/// </summary>
public sealed class MarkupTests(SignedInBench fixture) : IClassFixture<SignedInBench>
{
    private static readonly string[] Written =
    [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>", "javascript:alert(1)", "<a href=javascript:alert(1)>x</a>", "</title><script>alert(1)</script>",
        "</textarea><script>alert(1)</script>", "</style><script>alert(1)</script>",
        "<iframe srcdoc='<script>alert(1)</script>'>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<!--><script>alert(1)</script>",
        "]]><script>alert(1)</script>", "\" autofocus onfocus=alert(1) x=\"", "' onmouseover='alert(1)", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
        "{% raw %}", "@(7*7)", "@{var x = 1;}", "%0d%0aSet-Cookie: a=b", "\u202Eevil\u202C", "<base href=//evil.example>",
        "<meta http-equiv=refresh content=0;url=//evil.example>", "<form action=//evil.example><input name=a>", "<link rel=stylesheet href=//evil.example>",
        "&lt;script&gt;alert(1)", "&#60;script&#62;alert(1)", "a\u2028alert(1)", "＜script＞alert(1)", "+ADw-script+AD4-alert(1)", "<b onclick=alert(1)>b</b>",
        "=HYPERLINK(\"https://evil.example\")", "＝1+1", "<style>*{display:none}</style>",
    ];

    public static TheoryData<string> All() => [.. Written];

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_searched_for_is_text(string text)
    {
        var q = Uri.EscapeDataString(text);
        string[] paths =
            [$"/?q={q}", $"/requests?q={q}", $"/staff/requests?q={q}", $"/place?title={q}&au={q}&genre=book", $"/no/{q}", $"/staff?told={q}"];
        foreach (var path in paths)
        {
            ShouldBeHarmless(await fixture.SendAsync("GET", path, null, ("Accept", "text/html")), path);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_a_patron_orders_is_text_for_them_for_staff_and_in_the_mail(string text)
    {
        var patron = fixture.Bench.NewPatron();
        var item = new { title = $"{text} title", author = text, isbn = "9780306406157", publisher = text, edition = Short(text) };
        var order = new { service = "loan", item, note = text };
        var id = await patron.HasPlacedAsync(order);
        var session = fixture.Bench.SessionOf(patron.Person);
        var cookie = ("Cookie", $"{session.Name}={session.Value}");

        foreach (var path in new[] { "/requests", $"/requests/{id}", "/account" })
        {
            ShouldBeHarmless(await fixture.Bench.SendAsync(HttpMethod.Get, path, null, null, cookie), path);
        }

        foreach (var path in new[] { $"/staff/requests/{id}", $"/staff/requests/{id}/edit", $"/staff/requests?q={Uri.EscapeDataString(text)}" })
        {
            ShouldBeHarmless(await fixture.SendAsync("GET", path), path);
        }

        var shown = Parse((await fixture.SendAsync("GET", $"/staff/requests/{id}")).Text);
        shown.QuerySelector("h1 bdi").ShouldNotBeNull().TextContent.ShouldStartWith(VisibleText.Of(text).Trim()[..3]);
        foreach (var letter in await patron.LettersAsync(id))
        {
            ShouldBeHarmless(letter.At("html")!, "mail");
            letter.At("subject")!.ShouldNotContain('\n');
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_a_library_is_called_and_says_is_text(string text)
    {
        var symbol = "EVIL";
        await fixture.Bench.Service<PartnerDirectory>().PutAsync(
            [
                new Partner
                {
                    Symbol = symbol,
                    Name = text,
                    NameZhHant = text,
                    Tier = Tier.Local,
                    AgencyId = text,
                    Protocol = Protocol.Mail,
                    Secrets = [],
                    Active = false,
                    Contact = new PartnerContact { Email = "ill@evil.example", Phone = text, Address = [text, text] },
                },
            ],
            CancellationToken.None);

        foreach (var path in new[] { "/staff/partners", $"/staff/partners/{symbol}", $"/staff/partners/{symbol}/edit" })
        {
            ShouldBeHarmless(await fixture.SendAsync("GET", path), path);
        }
    }

    [Theory]
    [InlineData("a\r\nSet-Cookie: a=b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u0085b")]
    public async Task A_title_with_a_control_character_is_refused(string text) =>
        (await fixture.Bench.NewPatron().PlaceAsync(Orders.AnyBook(text))).ShouldBlame(400, "control-characters", "item.title");

    [Theory]
    [InlineData("a\u202Eb", "ab")]
    [InlineData("\uFEFFa\u200Bb", "ab")]
    [InlineData("\u2066a\u2069", "a")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public async Task Invisible_characters_are_dropped_when_an_order_comes_in(string text, string stored)
    {
        var patron = fixture.Bench.NewPatron();
        var id = await patron.HasPlacedAsync(Orders.AnyBook(text));

        (await patron.SeesAsync(id)).At("item.title").ShouldBe(stored);
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60];

    private static void ShouldBeHarmless(Answer page, string what)
    {
        page.Status.ShouldBeLessThan(500, what);
        page.Header("Set-Cookie")?.ShouldNotContain("a=b");
        if (page.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            ShouldBeHarmless(page.Text, what);
        }
    }

    /// <summary>Read as a browser reads it: no element or attribute is there that our pages do not have.</summary>
    private static void ShouldBeHarmless(string html, string what)
    {
        var page = Parse(html);
        page.QuerySelectorAll("script").ShouldAllBe(script => script.GetAttribute("src")!.StartsWith("/pages/") && script.TextContent.Length == 0, what);
        page.QuerySelectorAll("iframe, object, embed, base, math, mglyph, meta[http-equiv=refresh], svg[onload], img[onerror]").ShouldBeEmpty(what);
        page.QuerySelectorAll("link[rel=stylesheet]").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("/pages/"), what);
        page.QuerySelectorAll("form").ShouldAllBe(form => !form.GetAttribute("action")!.StartsWith("//"), what);
        page.All.SelectMany(element => element.Attributes).Select(attribute => attribute.Name)
            .ShouldNotContain(name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name == "autofocus" || name == "srcdoc", what);
        page.All.SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("action") })
            .OfType<string>().ShouldNotContain(address => LeadsElsewhere(address), what);
        html.ShouldNotContain(">49<");
    }

    private static bool LeadsElsewhere(string address) =>
        address.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || address.Contains("//evil", StringComparison.Ordinal);

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
