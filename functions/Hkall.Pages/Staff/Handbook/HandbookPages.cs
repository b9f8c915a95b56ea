using Hkall.Pages.Help;
using Hkall.Pages.Kit;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Handbook;

/// <summary>The handbook of <c>docs/handbook</c> as pages of the staff desk: one page a task.</summary>
internal static class HandbookPages
{
    public const string Address = "/staff/help";

    /// <summary>The pages, in the order in which somebody new at the desk needs them.</summary>
    public static readonly IReadOnlyList<(HandbookPart Part, IReadOnlyList<string> Pages)> Parts =
    [
        (HandbookPart.Counter, ["receive", "shelve", "check-out", "return", "overdue", "recall", "lost", "undo"]),
        (HandbookPart.Requests, ["review", "conditions", "charge", "messages", "people"]),
        (HandbookPart.Lending, ["lend", "scan", "invoice"]),
        (HandbookPart.Running, ["closures", "policy", "letters", "reports", "libraries", "privacy", "administer"]),
    ];

    private static readonly IReadOnlyDictionary<(string Name, NoticeLanguage Language), MarkdownPage> Pages =
        MarkdownPage.Texts("handbook").ToDictionary(text => text.Key, text => MarkdownPage.Of(text.Value, Link));

    public static void MapHandbookPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, () => PageRoutes.Page<HandbookIndexPage>());
        pages.MapMethods($"{Address}/{{page}}", PageRoutes.Reading, (HttpContext context, string page) =>
            Pages.TryGetValue((page, Visit.Of(context).Language), out var text)
                ? PageRoutes.Page<HandbookPage>(new { Name = page, Text = text })
                : Problems.NotFound());
    }

    public static string AddressOf(string page) => $"{Address}/{page}";

    public static string TitleOf(string page, NoticeLanguage language) => Pages[(page, language)].Title;

    /// <summary>The pages name each other by their files, so that the handbook can be read in the repository, too.</summary>
    private static string Link(string written) =>
        written.EndsWith(".md", StringComparison.Ordinal) ? AddressOf(Path.GetFileNameWithoutExtension(written)) : written;
}
