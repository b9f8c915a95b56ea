using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hkall.Pages.Tests.Kit;

/// <summary>What a page must have for somebody who cannot see it, so far as its source tells: the rules of accessibility proper need a browser.</summary>
internal static class PageStructure
{
    private static readonly string[] Referring = ["aria-describedby", "aria-labelledby", "aria-controls"];

    public static void ShouldBeWhole(IHtmlDocument page, string where)
    {
        page.DocumentElement.GetAttribute("lang").ShouldBeOneOf("en", "zh-Hant", "zh-Hans");
        page.Title.ShouldNotBeNullOrWhiteSpace(where);
        page.QuerySelectorAll("h1").Length.ShouldBe(1, where);
        page.QuerySelectorAll("main").Length.ShouldBe(1, where);
        page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key)
            .ShouldBeEmpty($"An id is given twice: {where}");
        Faulty(page, "input:not([type=hidden]), select, textarea", field => !HasLabel(page, field)).ShouldBeEmpty($"A field has no label: {where}");
        Faulty(page, "label[for]", label => page.GetElementById(label.GetAttribute("for")!) is null).ShouldBeEmpty($"A label has no field: {where}");
        Faulty(page, "button, a[href], summary", one => PageText.Words(one).Length == 0).ShouldBeEmpty($"A button or a link has no words: {where}");
        Faulty(page, "*", one => Referred(one).Any(id => page.GetElementById(id) is null)).ShouldBeEmpty($"What is referred to is missing: {where}");
        Faulty(page, "th:not([scope])", _ => true).ShouldBeEmpty($"A heading of a table does not say what it is over: {where}");
        Faulty(page, "img:not([alt])", _ => true).ShouldBeEmpty($"A picture has no words: {where}");
    }

    private static IEnumerable<string> Faulty(IHtmlDocument page, string selector, Func<IElement, bool> fault) =>
        page.QuerySelectorAll(selector).Where(fault).Select(element => element.OuterHtml);

    private static bool HasLabel(IHtmlDocument page, IElement field) =>
        field.HasAttribute("aria-label") || field.HasAttribute("aria-labelledby") || field.Closest("label") is not null
        || page.QuerySelectorAll("label[for]").Any(label => label.GetAttribute("for") == field.Id);

    private static IEnumerable<string> Referred(IElement element) =>
        Referring.SelectMany(name => element.GetAttribute(name)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
}
