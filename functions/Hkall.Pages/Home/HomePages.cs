using Hkall.Pages.Kit;
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

/// <summary>The first page, where patrons find an item to request.</summary>
internal static class HomePages
{
    private const int LongestQuery = 500;

    public static void MapHome(this IEndpointRouteBuilder routes) =>
        routes.MapPageGroup().MapMethods("/", PageRoutes.Reading, (HttpContext context, string? q) =>
        {
            var finder = context.RequestServices.GetService<IFinder>();
            var query = q?.Trim() is { Length: > 0 and <= LongestQuery } wanted ? wanted : null;
            return PageRoutes.Page<HomePage>(new
            {
                Finder = finder is not null,
                Query = query,
                Results = finder is not null && query is not null ? finder.Find(query) : null,
                Links = context.RequestServices.GetService<LibraryLinks>() ?? LibraryLinks.Default,
            });
        });
}
