namespace Hkall.LocalHost.Endpoints;

/// <summary>What is there only on the bench. Nobody signs in for it, and the service's description leaves it out.</summary>
public static class BenchEndpoints
{
    public static void MapBench(this IEndpointRouteBuilder routes)
    {
        var bench = routes.MapGroup("/bench").AllowAnonymous().ExcludeFromDescription();
        ClockEndpoints.Map(bench);
        PeopleEndpoints.Map(bench);
        PartnerEndpoints.Map(bench);
        BorrowEndpoints.Map(bench);
        InboxEndpoint.Map(bench);
        CatalogueEndpoints.Map(bench);
        CounterEndpoints.Map(bench);
        CirculationEndpoints.Map(bench);
    }
}
