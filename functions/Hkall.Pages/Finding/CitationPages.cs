using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Placing;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Finding;

/// <summary>From a pasted text to the forms of requests.</summary>
internal static class CitationPages
{
    /// <summary>So much of a text that was refused is shown again.</summary>
    private const int LongestShown = 10_000;

    public static void MapCitationPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/find/citation", PageRoutes.Reading, () => PageRoutes.Page<CitationPage>());
        pages.MapPost("/find/citation", FindAsync).RequireRateLimiting(PersonLimits.Searching);
    }

    private static async Task<IResult> FindAsync(HttpContext context, CitationReading reading)
    {
        var form = await PageForm.ReadAsync(context, context.RequestAborted);
        try
        {
            var (items, left) = await reading.ReadAsync(form["text"], context.RequestAborted);
            return PageRoutes.Page<CitationPage>(new Dictionary<string, object?> { ["Items"] = items, ["Left"] = left });
        }
        catch (BadInputException bad)
        {
            var text = form["text"];
            return PageRoutes.Page<CitationPage>(
                new Dictionary<string, object?>
                {
                    ["Text"] = text is { Length: > LongestShown } ? text[..LongestShown] : text,
                    ["Why"] = bad.Errors is { } errors && errors.TryGetValue("text", out var whys) ? whys[0] : bad.Detail,
                },
                bad.Status);
        }
    }
}
