using Hkall.Pages.Kit;
using Hkall.Pages.Requests;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Home;

/// <summary>The addresses of the Library's own search and of the page about the service.</summary>
public sealed record LibraryLinks(Uri Search, Uri Contact)
{
    /// <summary>The addresses of Lingnan University Library.</summary>
    public static LibraryLinks Default { get; } = new(new Uri("https://www.library.ln.edu.hk/"), new Uri("https://www.library.ln.edu.hk/"));
}

/// <summary>What the first page knows of the patron who reads it.</summary>
/// <param name="Hours">When the Service Counter is open; null if nobody says.</param>
/// <param name="Told">What has just been done with a request.</param>
/// <param name="Renewed">What became of the loans, if the patron has just asked to renew them all.</param>
public sealed record HomeOfPatron(MeView Me, IReadOnlyList<RequestRow> Rows, DateOnly Today, string? Hours, string? Told, RenewedWords? Renewed);

/// <summary>The first page, where patrons find an item to request.</summary>
internal static class HomePages
{
    private const int LongestQuery = 500;

    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapPageGroup().MapMethods("/", PageRoutes.Reading, async (HttpContext context, string? q) =>
        {
            var finder = context.RequestServices.GetService<IFinder>();
            var query = q?.Trim() is { Length: > 0 and <= LongestQuery } wanted ? wanted : null;
            return PageRoutes.Page<HomePage>(new
            {
                Finder = finder is not null,
                Query = query,
                Results = finder is not null && query is not null ? finder.Find(query) : null,
                Links = context.RequestServices.GetService<LibraryLinks>() ?? LibraryLinks.Default,
                Mine = Visit.Of(context).Patron is { Group: not null } ? await MineAsync(context) : null,
            });
        });

    /// <summary>What the first page shows to a patron of theirs.</summary>
    private static async Task<HomeOfPatron> MineAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var list = services.GetRequiredService<RequestRows>();
        var (query, language) = (PageForm.Query(context), Visit.Of(context).Language);
        var (rows, _) = await list.ListAsync(context, open: true, RequestRows.MostOpen, after: null);
        return new HomeOfPatron(
            await MeEndpoint.OfAsync(
                context, services.GetRequiredService<PatronStandings>(), services.GetRequiredService<PatronRequestProcessor>(), context.RequestAborted),
            rows,
            list.Today,
            services.GetRequiredService<PolicyInForce>().Document.Library.CounterHoursIn(language),
            await RequestPages.ToldAsync(context, list, query),
            RenewedWords.Of(query, rows, language));
    }
}
