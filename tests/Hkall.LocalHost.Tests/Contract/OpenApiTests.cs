using System.Text.Json;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Routing;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>The service's description of itself: whole, consistent, and true.</summary>
public sealed class OpenApiTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public async Task The_description_lists_every_call_but_the_pages_and_the_benchs_own()
    {
        var described = (await ACall.AllAsync(_bench)).Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal);

        var mapped = _bench.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } path
                && (path.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) || path is "/healthz" or "/readyz"))
            .Where(endpoint => endpoint.RoutePattern.RawText is { } path && path != ApiDescription.Path
                && !path.StartsWith(ApiDocs.Path, StringComparison.Ordinal))
            .SelectMany(
                endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Where(method => method != "HEAD")
                    .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Order(StringComparer.Ordinal);
        described.ShouldBe(mapped);
    }

    [Fact]
    public async Task Every_reference_in_the_description_leads_somewhere()
    {
        var document = await DocumentAsync();

        var references = All(document)
            .Where(element => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out _))
            .Select(element => element.At("$ref")!).ToList();
        references.Count.ShouldBeGreaterThan(20);
        foreach (var reference in references.Distinct())
        {
            var found = document;
            foreach (var part in reference.TrimStart('#', '/').Split('/'))
            {
                found.TryGetProperty(part.Replace("~1", "/", StringComparison.Ordinal), out found).ShouldBeTrue(reference);
            }
        }
    }

    [Fact]
    public async Task Every_call_has_a_name_of_its_own_a_summary_and_says_what_it_answers()
    {
        var document = await DocumentAsync();
        document.At("openapi")!.ShouldStartWith("3.");
        var calls = document.GetProperty("paths")
            .EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (path.Name, Call: call.Value))).ToList();

        calls.Select(call => call.Call.At("operationId")).ShouldBeUnique();
        foreach (var (path, call) in calls)
        {
            call.At("summary").ShouldNotBeNullOrEmpty(path);
            var answers = call.GetProperty("responses").EnumerateObject().ToList();
            answers.ShouldContain(answer => answer.Name.StartsWith('2'), path);
            foreach (var answer in answers.Where(answer => answer.Name is "200" or "201"))
            {
                answer.Value.TryGetProperty("content", out var content).ShouldBeTrue($"{path} {answer.Name}");
                content.EnumerateObject().ShouldAllBe(type => type.Name != "application/json" || type.Value.At("schema") != null);
            }
        }
    }

    [Fact]
    public async Task Numbers_are_numbers_and_named_values_are_listed_by_name()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        schemas.At("QuotaView.properties.used.type").ShouldBe("integer");
        schemas.GetProperty("RequestStatus").GetProperty("enum").EnumerateArray().Select(name => name.GetString()).ShouldContain("ready-to-download");
        schemas.GetProperty("PlacingForm").GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldBe(["service", "item"]);
    }

    [Fact]
    public async Task The_description_names_the_public_address_whatever_host_it_was_asked_under()
    {
        (await DocumentAsync()).GetProperty("servers")[0].At("url").ShouldBe(_bench.Url.ToString().TrimEnd('/'));
        (await _bench.SendAsync(HttpMethod.Get, ApiDescription.Path, headers: ("Host", "localhost:1"))).ShouldBe(200).Text.ShouldNotContain("localhost:1");
    }

    [Fact]
    public async Task A_member_that_an_answer_may_leave_out_is_not_required()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        RequiredOf("LoanView").ShouldBe(["renewable", "renewableWhy", "libraryUseOnly", "recalled"]);
        RequiredOf("PageOfStaffRow").ShouldBe(["items"]);

        IEnumerable<string?> RequiredOf(string name) => schemas.GetProperty(name).GetProperty("required").EnumerateArray().Select(one => one.GetString());
    }

    [Fact]
    public async Task Every_call_says_who_may_make_it_and_that_it_refuses_with_a_problem_document()
    {
        var calls = (await DocumentAsync()).GetProperty("paths")
            .EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (path.Name, Call: call.Value))).ToList();

        foreach (var (path, call) in calls)
        {
            var ways = call.GetProperty("security").EnumerateArray().SelectMany(way => way.EnumerateObject().Select(scheme => scheme.Name)).ToList();
            ways.ShouldBe(
                path.StartsWith("/api/partners/", StringComparison.Ordinal) || path == "/api/iso18626" ? ["signature", "gateway"]
                : path.StartsWith("/api/staff/", StringComparison.Ordinal) || path.StartsWith("/api/me", StringComparison.Ordinal) ? ["bearer"] : ways,
                path);
            foreach (var answer in call.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] is '4' or '5' or 'd'))
            {
                answer.Value.GetProperty("content").GetProperty("application/problem+json").At("schema.$ref").ShouldBe("#/components/schemas/Problem", path);
            }
        }
    }

    [Fact]
    public async Task Every_call_stands_under_the_heading_of_those_who_make_it()
    {
        var document = await DocumentAsync();
        var known = document.GetProperty("tags").EnumerateArray().ToDictionary(tag => tag.At("name")!, tag => tag.At("description"));
        known.Values.ShouldAllBe(description => !string.IsNullOrEmpty(description));

        foreach (var (path, call) in document.GetProperty("paths")
            .EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call => (path.Name, call.Value))))
        {
            known.Keys.ShouldContain(call.GetProperty("tags").EnumerateArray().ShouldHaveSingleItem().GetString()!, path);
        }

        document.At("paths./api/requests.post.tags.0").ShouldBe("Patrons");
        document.At("paths./api/iso18626.post.tags.0").ShouldBe("Libraries");
    }

    [Fact]
    public async Task The_description_is_written_once()
    {
        var written = _bench.Service<WrittenDescription>();

        (await written.JsonAsync()).ShouldBeSameAs(await written.JsonAsync());
        (await _bench.GetAsync(ApiDescription.Path)).Body.ShouldBe(await written.JsonAsync());
    }

    private async Task<JsonElement> DocumentAsync() => (await _bench.GetAsync("/api/openapi.json")).ShouldBe(200).Json;

    private static IEnumerable<JsonElement> All(JsonElement element) =>
        (element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => All(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
            _ => [],
        }).Prepend(element);
}
