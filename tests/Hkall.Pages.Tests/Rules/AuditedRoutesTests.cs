using Hkall.Pages.Tests.Attacks;
using Hkall.Service.Auditing;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Rules;

/// <summary>Whatever staff open or send is recorded, unless it shows nothing of anybody.</summary>
public sealed class AuditedRoutesTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const string LeadsBack = "It leads back to the page whose form posts here.";
    private const string Policies = "Versions of the policy, which name nobody but their authors.";
    private const string EmptyForm = "An empty form.";

    private static readonly Dictionary<string, string> Apart = new()
    {
        ["/staff/scan"] = EmptyForm,
        ["/staff/new-partner"] = EmptyForm,
        ["/staff/lending/new"] = EmptyForm,
        ["/staff/directory/import"] = "It changes nothing: it shows what a file of the visitor's own would change.",
        ["/staff/directory/take-over"] = LeadsBack,
        ["/staff/requests/{id}/add-library"] = LeadsBack,
        ["/staff/requests/{id}/library-said"] = LeadsBack,
        ["/staff/requests/{id}/fees/{number:int}"] = LeadsBack,
        ["/staff/requests/{id}/person"] = LeadsBack,
        ["/staff/parked/{id}/retry"] = LeadsBack,
        ["/staff/parked/{id}/dismiss"] = LeadsBack,
        ["/staff/lending/{id}/file"] = LeadsBack,
        ["/staff/proposals/{id}"] = LeadsBack,
        ["/staff/views"] = LeadsBack,
        ["/staff/views/{view}/remove"] = LeadsBack,
        ["/staff/sessions"] = EmptyForm,
        ["/staff/policy"] = "The figures of the policy, which name nobody.",
        ["/staff/policies"] = Policies,
        ["/staff/policies/{version:int}"] = Policies,
        ["/staff/policies/{version:int}/document"] = Policies,
        ["/staff/policies/{version:int}/fields"] = Policies,
        ["/api/staff/policies"] = Policies,
        ["/api/staff/policies/{version}"] = Policies,
        ["/api/staff/policies/{version}/document"] = Policies,
        ["/api/staff/policies/check"] = "It keeps and changes nothing.",
        ["/staff/counts"] = "How many stand in each list.",
        ["/staff/lending/counts"] = "How many stand in each list.",
        ["/staff/closures"] = "The closed days, which name nobody.",
        ["/api/staff/closures"] = "The closed days, which name nobody.",
        ["/staff/holidays"] = "General holidays, which name nobody.",
        ["/api/staff/holidays"] = "General holidays, which name nobody.",
        ["/staff/letters"] = "Letters with samples, which name nobody.",
        ["/staff/letters/{notice}"] = "Letters with samples, which name nobody.",
        ["/staff/letters/{notice}/preview"] = "It changes nothing: it shows what the visitor's own text would say.",
        ["/api/staff/letters"] = "Letters with samples, which name nobody.",
        ["/api/staff/letters/{notice}/{language}"] = "Letters with samples, which name nobody.",
        ["/staff/help"] = "The handbook.",
        ["/staff/help/{page}"] = "The handbook.",
        ["/staff/rates"] = "Exchange rates, which name nobody.",
        ["/api/staff/rates"] = "Exchange rates, which name nobody.",
        ["/staff/reports"] = "The names of the reports.",
        ["/api/staff/reports"] = "The names of the reports.",
    };

    [Fact]
    public void Every_route_of_staff_is_recorded_or_says_why_not()
    {
        var routes = ARoute.Of(fixture.Bench).Where(IsOfStaff).ToList();
        var unrecorded = routes.Where(route => route.Endpoint.Metadata.GetMetadata<AuditMark>() is null).ToList();

        routes.Count.ShouldBeGreaterThan(80);
        unrecorded.Where(route => !Apart.ContainsKey(route.Pattern)).Select(route => $"{route.Method} {route.Pattern}").ShouldBeEmpty("Record it.");
        Apart.Keys.Except(unrecorded.Select(route => route.Pattern)).ShouldBeEmpty("These are recorded, or do not exist.");
    }

    [Fact]
    public void Whatever_changes_something_is_recorded() =>
        ARoute.Of(fixture.Bench).Where(IsOfStaff)
            .Where(route => route.Method is not ("GET" or "HEAD") && route.Endpoint.Metadata.GetMetadata<AuditMark>() is null)
            .Select(route => $"{route.Method} {route.Pattern}")
            .ShouldBe(["POST /api/staff/policies/check", "POST /staff/directory/import", "POST /staff/letters/{notice}/preview"], ignoreOrder: true);

    [Fact]
    public void A_route_that_reads_is_recorded_as_a_look_and_one_that_changes_as_a_change() =>
        ARoute.Of(fixture.Bench).Where(IsOfStaff)
            .Where(route => route.Endpoint.Metadata.GetMetadata<AuditMark>() is { } mark && mark.What.IsLook() != (route.Method is "GET" or "HEAD"))
            .Select(route => $"{route.Method} {route.Pattern}").ShouldBe(["POST /staff/requests/{id}/person"]);

    private static bool IsOfStaff(ARoute route) =>
        route.Pattern == "/staff" || route.Pattern.StartsWith("/staff/", StringComparison.Ordinal)
        || route.Pattern.StartsWith("/api/staff/", StringComparison.Ordinal);
}
