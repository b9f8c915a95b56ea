using Hkall.Functions.Tests.Kit;
using Hkall.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

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
        ["Home"] = FrontDoor.HomeRoute,
    };

    private static string DoorFor(string route) => route switch
    {
        _ when route.StartsWith("/api/staff/", StringComparison.Ordinal) => "Staff",
        _ when route.StartsWith("/api/partners/", StringComparison.Ordinal) => "Partners",
        "/api/iso18626" => "PartnersIso18626",
        _ when route.StartsWith("/api/", StringComparison.Ordinal) => "Patrons",
        "/" => "Home",
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
        var builder = WebApplication.CreateBuilder();
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

    /// <summary>The host's own way: the first route that fits, in the order of the names of the functions.</summary>
    [Theory, MemberData(nameof(EveryRoute))]
    public void The_first_door_that_fits_is_the_only_one(string route) => Fitting(route.Replace('{', 'x').Replace('}', 'x')).ShouldBe([DoorFor(route)]);

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/api/requests", "Patrons")]
    [InlineData("/api/staffing", "Patrons")]
    [InlineData("/api/staff", "Staff")]
    [InlineData("/api/staff/", "Staff")]
    [InlineData("/api/partnersx/1", "Patrons")]
    [InlineData("/api/iso18626", "PartnersIso18626")]
    [InlineData("/api/iso18626/", "PartnersIso18626")]
    [InlineData("/api/iso18626/x", "Patrons")]
    [InlineData("/api/iso18626x", "Patrons")]
    [InlineData("/apis", "Pages")]
    [InlineData("/staff/requests", "Pages")]
    [InlineData("/partners/api/x", "Pages")]
    [InlineData("/.well-known/security.txt", "Pages")]
    public void An_address_of_nobody_comes_in_by_one_door_too(string path, string door) => Fitting(path).ShouldBe([door]);

    private static List<string> Fitting(string path)
    {
        using var services = new ServiceCollection().AddRouting().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        var constraints = services.GetRequiredService<IInlineConstraintResolver>();
        return [.. Doors.OrderBy(door => door.Key, StringComparer.Ordinal).Where(door => Fits(door.Value, path)).Select(door => door.Key)];

        bool Fits(string pattern, string wanted)
        {
            var template = TemplateParser.Parse(pattern);
            var values = new RouteValueDictionary();
            return new TemplateMatcher(template, []).TryMatch(wanted, values)
                && template.Parameters.SelectMany(parameter => parameter.InlineConstraints.Select(one => (parameter, one.Constraint))).All(given =>
                    (given.parameter.IsOptional && values[given.parameter.Name!] is null)
                    || constraints.ResolveConstraint(given.Constraint)!.Match(context, null, given.parameter.Name!, values, RouteDirection.IncomingRequest));
        }
    }

    [Fact]
    public void The_doors_are_the_http_triggers() =>
        typeof(FrontDoor).GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(FunctionAttribute), false)).Cast<FunctionAttribute>()
            .Select(function => function.Name).ShouldBe(Doors.Keys, ignoreOrder: true);

    [Fact]
    public void The_desk_has_routes_for_every_kind_of_caller_that_comes_now() =>
        EveryRouteOfTheDesk().Select(DoorFor).Distinct()
            .ShouldBe(["Patrons", "Staff", "Partners", "PartnersIso18626", "Pages", "Home"], ignoreOrder: true);

    private sealed class RouteList(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => new ApplicationBuilder(services);
    }
}
