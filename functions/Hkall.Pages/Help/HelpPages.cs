using System.Globalization;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Help;

/// <summary>
/// Help for patrons: questions and answers, copyright, privacy, accessibility. They are open to everybody. What they say of days and numbers comes
/// from the policy in force, so it is always true.
/// </summary>
internal static class HelpPages
{
    public const string Address = "/help";

    /// <summary>The pages, in the order of their tabs. The first is at <see cref="Address"/>.</summary>
    public static readonly IReadOnlyList<string> Names = ["questions", "copyright", "privacy", "accessibility"];

    private static readonly IReadOnlyDictionary<(string Name, NoticeLanguage Language), string> Texts = MarkdownPage.Texts("help");

    public static void MapHelpPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup();
        pages.MapMethods(Address, PageRoutes.Reading, (HttpContext context, PolicyInForce policy) => Show(context, policy, Names[0]));
        pages.MapMethods($"{Address}/{{page}}", PageRoutes.Reading, (HttpContext context, PolicyInForce policy, string page) =>
            Names.Skip(1).Contains(page) ? Show(context, policy, page) : Problems.NotFound());
    }

    public static string AddressOf(string name) => name == Names[0] ? Address : $"{Address}/{name}";

    /// <summary>The name of a page on its tab.</summary>
    public static string TitleOf(string name, NoticeLanguage language) => MarkdownPage.Of(Texts[(name, language)]).Title;

    public static MarkdownPage Of(string name, PolicyDocument policy, NoticeLanguage language) =>
        MarkdownPage.Of(Values(policy, language).Aggregate(Texts[(name, language)], (text, value) => text.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal)));

    /// <summary>What the texts name in braces.</summary>
    private static IEnumerable<(string Name, string Value)> Values(PolicyDocument policy, NoticeLanguage language) =>
    [
        ("downloads", Number(policy.Figures.DownloadsAllowed)),
        ("downloadDays", Number(policy.Figures.DownloadDays)),
        ("pickupDays", Number(policy.Figures.PickupDays)),
        ("renewalNoticeDays", Number(policy.Figures.RenewalNoticeWorkingDays)),
        ("lostDays", Number(policy.Figures.LostAfterDays)),
        ("itemDays", Number(policy.Retention.ItemDays)),
        ("personDays", Number(policy.Retention.PersonDays)),
        ("auditDays", Number(policy.Audit.KeepDays)),
        ("declaration", string.Join('\n', DeclarationFields.PartsIn(language).Select(part => $"- {part.Text}"))),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IResult Show(HttpContext context, PolicyInForce policy, string name) =>
        PageRoutes.Page<HelpPage>(new { Name = name, Text = Of(name, policy.Document, Visit.Of(context).Language) });
}
