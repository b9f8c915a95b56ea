using Hkall.Functions.Tests.Kit;
using Hkall.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;

namespace Hkall.Functions.Tests;

/// <summary>There is one list of routes, the desk's. The triggers only have to let each of them through, at the right door.</summary>
public sealed class RoutesTests
{
    private static readonly IReadOnlyDictionary<string, string> Doors = new Dictionary<string, string>
    {
        ["Patrons"] = FrontDoor.PatronsRoute,
        ["Staff"] = FrontDoor.StaffRoute,
        ["Partners"] = FrontDoor.PartnersRoute,
        ["PartnersIso18626"] = FrontDoor.Iso18626Route,
        ["Pages"] = FrontDoor.PagesRoute,
    };

    private static string DoorFor(string route) => route switch
    {
        _ when route.StartsWith("/api/staff/", StringComparison.Ordinal) => "Staff",
        _ when route.StartsWith("/api/partners/", StringComparison.Ordinal) => "Partners",
        "/api/iso18626" => "PartnersIso18626",
        _ when route.StartsWith("/api/", StringComparison.Ordinal) => "Patrons",
        _ => "Pages",
    };

    public static TheoryData<string> EveryRoute => [.. EveryRouteOfTheDesk()];

    private static List<string> EveryRouteOfTheDesk()
    {
        using var services = Sample.Shell();
        var routes = new RouteList(services);
        routes.MapHkallService();
        return [.. routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()];
    }

    [Theory, MemberData(nameof(EveryRoute))]
    public async Task Every_route_of_the_desk_comes_in_by_one_door(string route)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        foreach (var (door, pattern) in Doors)
        {
            app.Map(pattern, () => door);
        }

        await app.StartAsync();
        var path = route.Replace('{', 'x').Replace('}', 'x');
        (await app.GetTestClient().GetStringAsync(new Uri(path, UriKind.Relative))).ShouldBe(DoorFor(route));
    }

    [Fact]
    public void The_desk_has_routes_for_every_kind_of_caller_that_comes_now() =>
        EveryRouteOfTheDesk().Select(DoorFor).Distinct()
            .ShouldBe(["Patrons", "Staff", "Partners", "PartnersIso18626", "Pages"], ignoreOrder: true);

    private sealed class RouteList(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
