using Hkall.LocalHost.Catalogue;
using Hkall.LocalHost.Keeping;

namespace Hkall.LocalHost.Endpoints;

/// <summary>Searching the sample catalogue, so that there is something to request.</summary>
internal static class CatalogueEndpoints
{
    private const int Usual = 20;

    public static void Map(RouteGroupBuilder bench) => bench.MapGet("/catalogue", (string? q, string? take, SampleCatalogue catalogue) =>
    {
        var wanted = take is null ? Usual : int.TryParse(take, out var number) ? number : 0;
        return wanted is < 1 or > SampleCatalogue.MostFound
            ? BenchProblems.Bad("invalid-take", $"'take' is a number from 1 to {SampleCatalogue.MostFound}.")
            : Results.Json(catalogue.Search(q ?? string.Empty, wanted), BenchJson.Options);
    });
}
