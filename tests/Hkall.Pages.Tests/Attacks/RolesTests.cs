using Hkall.Domain;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>A member of staff uses the calls and pages of their roles and no other.</summary>
public sealed class RolesTests
{
    public static TheoryData<StaffRole> All => [.. Enum.GetValues<StaffRole>()];

    [Theory, MemberData(nameof(All))]
    public async Task A_role_opens_its_own_routes_and_is_refused_at_every_other(StaffRole role)
    {
        await using var bench = await BenchAsync(role);
        var session = bench.SessionOf(LendingStaff.Person);
        var token = await bench.LendingStaff().TokenAsync();
        var routes = RoutesOf(bench);
        routes.Count(route => RoleOf(route) == role).ShouldBeGreaterThan(1);

        foreach (var route in routes)
        {
            var answer = route.IsApi
                ? await bench.SendAsync(HttpMethod.Parse(route.Method), route.With("1"), token)
                : await bench.SendAsync(HttpMethod.Parse(route.Method), route.With("1"), null, null, ("Cookie", $"{session.Name}={session.Value}"));
            if (RoleOf(route) == role)
            {
                answer.Status.ShouldNotBe(403, $"{route.Method} {route.Pattern}");
            }
            else if (route.Method == "HEAD")
            {
                answer.Status.ShouldBe(403, $"{route.Method} {route.Pattern}");
            }
            else
            {
                answer.Status.ShouldBe(403, $"{route.Method} {route.Pattern}");
                (route.IsApi ? answer.Json.At("detail")! : answer.Text).ShouldContain(route.IsApi ? Names.Of(RoleOf(route)) : "This page needs another role");
            }
        }
    }

    [Fact]
    public async Task Each_route_of_staff_needs_one_role()
    {
        await using var bench = await ABench.InMemoryAsync();

        var marked = ARoute.Of(bench).Where(route => route.Endpoint.Metadata.GetMetadata<RoleMark>() is not null).ToList();
        marked.Where(route => route.Endpoint.Metadata.OfType<RoleMark>().Count() > 1).Select(route => route.Pattern).ShouldBeEmpty();
        ARoute.Of(bench).Where(IsOfStaff).Except(marked).Select(route => $"{route.Method} {route.Pattern}").ShouldBe(
            ["GET /staff", "HEAD /staff", "GET /staff/help", "HEAD /staff/help", "GET /staff/help/{page}", "HEAD /staff/help/{page}"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(StaffRole.Desk, "/staff/scan", "/staff/lending")]
    [InlineData(StaffRole.Lending, "/staff/lending", "/staff/reports")]
    [InlineData(StaffRole.Reports, "/staff/reports", "/staff/partners")]
    [InlineData(StaffRole.Directory, "/staff/partners", "/staff/audit")]
    [InlineData(StaffRole.Administrator, "/staff/audit", "/staff/scan")]
    public async Task The_pages_lead_to_what_one_may_open_and_to_nothing_else(StaffRole role, string mine, string others)
    {
        await using var bench = await BenchAsync(role);
        var session = bench.SessionOf(LendingStaff.Person);
        var cookie = ("Cookie", $"{session.Name}={session.Value}");

        var home = await bench.SendAsync(HttpMethod.Get, "/staff", null, null, cookie);
        var page = home.Status == 303 ? await bench.SendAsync(HttpMethod.Get, home.Header("Location")!, null, null, cookie) : home;

        page.ShouldBe(200).Text.ShouldContain($"href=\"{mine}\"");
        page.Text.ShouldNotContain($"href=\"{others}\"");
    }

    [Theory]
    [InlineData("Staff")]
    [InlineData("staff ")]
    [InlineData("desk,administrator")]
    [InlineData("[\"administrator\"]")]
    [InlineData("role-administrator")]
    [InlineData("0")]
    [InlineData("")]
    public void A_claim_that_only_resembles_a_role_gives_none(string claim) => RolesOf(claim).ShouldBeEmpty();

    [Fact]
    public void A_claim_gives_its_own_role_and_staff_all_of_them()
    {
        RolesOf("lending").ShouldBe([StaffRole.Lending]);
        RolesOf("staff").ShouldBe(Enum.GetValues<StaffRole>(), ignoreOrder: true);
    }

    [Fact]
    public void A_policy_that_leaves_a_role_to_nobody_stops_the_start() =>
        PolicyChecks.FaultsOf(PolicyFile.Default() with
        {
            Roles = new Dictionary<string, IReadOnlyList<StaffRole>>
            {
                ["ill"] = [StaffRole.Desk, StaffRole.Lending, StaffRole.Directory, StaffRole.Reports],
            },
        }).ShouldBe(["roles: nothing gives the role administrator, so nobody could use its pages."]);

    private static IReadOnlySet<StaffRole> RolesOf(string claim) => RoleMap.Usual.Of(new System.Security.Claims.ClaimsPrincipal(
        new System.Security.Claims.ClaimsIdentity([new System.Security.Claims.Claim(PersonClaim.Roles.Name, claim)], "a token")));

    /// <summary>A bench whose staff have this role only; the others are given by a claim that nobody has.</summary>
    private static Task<ABench> BenchAsync(StaffRole role) => ABench.InMemoryAsync(services => services.AddSingleton(PolicyFile.Default() with
    {
        Roles = new Dictionary<string, IReadOnlyList<StaffRole>> { [SignIn.StaffRole] = [role], ["nobody"] = Enum.GetValues<StaffRole>() },
    }));

    private static List<ARoute> RoutesOf(ABench bench) =>
        [.. ARoute.Of(bench).Where(route => IsOfStaff(route) && route.Pattern != "/staff" && !route.Pattern.StartsWith("/staff/help", StringComparison.Ordinal))];

    private static StaffRole RoleOf(ARoute route) => route.Endpoint.Metadata.GetRequiredMetadata<RoleMark>().Role;

    private static bool IsOfStaff(ARoute route) =>
        route.Pattern == "/staff" || route.Pattern.StartsWith("/staff/", StringComparison.Ordinal)
        || route.Pattern.StartsWith("/api/staff/", StringComparison.Ordinal);
}
