using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Placing;

/// <summary>
/// Every error of a form stands at its field, which says so to a screen reader, and the summary above leads to it, in the order of the form.
/// </summary>
public sealed class FormErrorsTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const string Long = "x";

    /// <summary>Each form of a patron with each fault that a filled-in form can have, all at once and one by one.</summary>
    public static TheoryData<string, string, int> Faults
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            (string Form, (string Fields, int Status)[] Faults)[] all =
            [
                ("/place/loan",
                [
                    ("author=Somebody", 422), ("title=A+book", 422), ("title=A+book&isbn=1", 422), ("title=A+book&author=B&issn=1", 422),
                    ("title=A+book&author=B&doi=1", 422), ("title=A+book&author=B&year=x", 400), ("title=A+book&author=B&year=5", 400),
                    ("title=A+book&author=B&neededBy=soon", 400), ("title=A+book&author=B&neededBy=2020-01-01", 400),
                    ("title=A+book&author=B&tiers-shown=yes", 400), ("title=A+book&author=B&tiers-shown=yes&tier=moon", 400),
                    ("title=A+book&author=B&tiers-shown=yes&tier=hkall&maxCost=all", 400), ("title=A+book&author=B&place=office&office=", 400),
                    ("title=A+book&author=B&place=moon", 400), ("title=A+book&author=B&note=LONG", 400), ("title=LONG&author=LONG&edition=LONG", 400),
                    ("isbn=1&year=x&neededBy=soon&maxCost=all&tiers-shown=yes&tier=hkall", 400),
                ]),
                ("/place/copy",
                [
                    ("title=A+book&isbn=9780262035613&DECLARED", 422), ("title=Nature&issn=0028-0836&DECLARED", 422),
                    ("title=Nature&issn=0028-0836&articleTitle=Life&totalPages=many&DECLARED", 400),
                    ("title=Nature&issn=0028-0836&articleTitle=Life&declaration-shown=yes&signature=A", 422),
                    ("title=Nature&issn=0028-0836&articleTitle=Life&declaration-shown=yes&research=yes&unrelated=yes&first=yes", 422),
                    ("title=Nature&issn=0028-0836&articleTitle=Life&declaration-shown=yes&research=yes&signature=A", 422),
                    ("title=Nature&issn=1&articleTitle=LONG&pages=LONG&year=x&DECLARED", 400),
                ]),
                ("/place/help",
                [
                    ("service=loan", 400), ("service=gift&title=A", 400), ("title=A", 400), ("service=loan&title=A&year=x&isbn=LONG&neededBy=never", 400),
                    ("service=copy&articleTitle=LONG&note=LONG&pages=LONG", 400),
                ]),
            ];
            foreach (var (form, faults) in all)
            {
                foreach (var (fields, status) in faults)
                {
                    data.Add(form, fields, status);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Every_error_leads_to_its_field_and_stands_there_in_the_forms_order(string form, string fields, int status)
    {
        var reader = new AForm(fixture.Bench);
        await reader.SignInAsync("okafor");
        await reader.GetAsync(form);

        var answer = (await reader.PostAsync(form, [.. FieldsOf(fields)])).ShouldBe(status);

        using var page = await new HtmlParser().ParseDocumentAsync(answer.Text);
        ShouldLeadToItsFields(page, fields);
    }

    [Theory]
    [InlineData("genre=book&typed=yes&date=abcd")]
    [InlineData("genre=book&typed=yes&btitle=A&isbn=1&date=x")]
    [InlineData("genre=bookitem&typed=yes&btitle=A+book")]
    [InlineData("genre=article&typed=yes&jtitle=Nature&issn=1")]
    [InlineData("genre=article&typed=yes&atitle=Life&date=next+year")]
    public async Task The_form_of_a_citation_as_well(string query)
    {
        var reader = new AForm(fixture.Bench);
        await reader.SignInAsync("okafor");

        var answer = (await reader.GetAsync($"/place?{query}")).ShouldBe(200);

        using var page = await new HtmlParser().ParseDocumentAsync(answer.Text);
        ShouldLeadToItsFields(page, query);
    }

    [Fact]
    public async Task A_year_that_cannot_be_read_is_told_and_kept()
    {
        var reader = new AForm(fixture.Bench);
        await reader.SignInAsync("okafor");

        var typed = (await reader.GetAsync("/place?genre=book&typed=yes&btitle=Deep+Learning&isbn=9780262035613&date=abcd")).ShouldBe(200).Text;
        typed.ShouldContain("A year such as 1998.");
        typed.ShouldContain("value=\"abcd\"");
        var linked = (await reader.GetAsync("/place?genre=book&btitle=Deep+Learning&isbn=9780262035613&date=abcd")).ShouldBe(200).Text;
        linked.ShouldContain("We could not read the year “abcd” and have left it out.");
    }

    [Fact]
    public async Task What_a_link_told_is_still_there_on_the_form_and_when_the_kind_is_changed()
    {
        var reader = new AForm(fixture.Bench);
        await reader.SignInAsync("okafor");
        const string Link = "genre=bookitem&btitle=Deep+Learning&isbn=9780262035613&tpages=264&volume=2&doi=10.1000%2F182&rft_id=info%3Aoclcnum%2F939563541";

        var copy = (await reader.GetAsync($"/place/copy?{Link}")).ShouldBe(200).Text;
        copy.ShouldContain("name=\"totalPages\" value=\"264\"");
        var help = (await reader.GetAsync($"/place/help?{Link}")).ShouldBe(200).Text;
        foreach (var kept in new[] { "264", "10.1000/182", "939563541", "Deep Learning" })
        {
            help.ShouldContain($"value=\"{kept}\"");
        }
    }

    private static void ShouldLeadToItsFields(IHtmlDocument page, string what)
    {
        var links = page.QuerySelectorAll(".error[role=alert] a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ToList();
        var untold = page.QuerySelectorAll(".error[role=alert] li").Where(item => item.QuerySelector("a") is null).Select(item => item.TextContent.Trim());
        var order = page.All.ToList();
        links.ShouldNotBeEmpty(what);
        untold.ShouldBeEmpty(what);
        links.Distinct().Count().ShouldBe(links.Count, what);
        foreach (var id in links)
        {
            var field = page.GetElementById(id).ShouldNotBeNull($"{id}: {what}");
            var described = field.GetAttribute("aria-describedby").ShouldNotBeNull($"{id}: {what}");
            page.GetElementById(described).ShouldNotBeNull($"{described}: {what}");
            if (field is not IHtmlFieldSetElement)
            {
                field.GetAttribute("aria-invalid").ShouldBe("true", $"{id}: {what}");
            }

            for (var outer = field.ParentElement; outer is not null; outer = outer.ParentElement)
            {
                (outer is IHtmlDetailsElement { IsOpen: false }).ShouldBeFalse($"{id} is folded away: {what}");
            }
        }

        links.Select(id => order.IndexOf(page.GetElementById(id)!)).ShouldBeInOrder(Shouldly.SortDirection.Ascending, what);
        PageStructure.ShouldBeWhole(page, what);
    }

    private static IEnumerable<(string Name, string Value)> FieldsOf(string fields) =>
        fields.Replace("DECLARED", "declaration-shown=yes&research=yes&unrelated=yes&first=yes&signature=A", StringComparison.Ordinal)
            .Split('&').Select(field => field.Split('=', 2))
            .Select(field => (field[0], field[1] == "LONG" ? string.Concat(Enumerable.Repeat(Long, 3000)) : System.Net.WebUtility.UrlDecode(field[1])));
}
