namespace Hkall.LocalHost.Endpoints;

/// <summary>The endpoints that only the bench has. They need no sign-in, and the service's API description omits them.</summary>
public static class BenchEndpoints
{
    public static void MapBench(this IEndpointRouteBuilder routes)
    {
        var bench = routes.MapGroup("/bench").AllowAnonymous().ExcludeFromDescription();
        bench.TakesOnlyOwnJson();
        ClockEndpoints.Map(bench);
        PeopleEndpoints.Map(bench);
        IssuerEndpoints.Map(routes);
        PartnerEndpoints.Map(bench);
        BorrowEndpoints.Map(bench);
        InboxEndpoint.Map(bench);
        CatalogueEndpoints.Map(bench);
        CounterEndpoints.Map(bench);
        CirculationEndpoints.Map(bench);
    }
}
