using System.Text;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Error messages, odd HTTP: every route, page and call, with everything in its path that a path can hold.</summary>
public sealed class PathFuzzTests(SignedInBench fixture) : IClassFixture<SignedInBench>
{
    private static readonly string[] Parts =
    [
        "x", "%C3%A9", "%E6%AD%B7%E5%8F%B2", "%F0%9F%A7%AC", "%E2%80%AE", "%EF%BB%BF", "%0d%0aX:y", "%0a", "%09", "%7F", "%C2%85", "%ED%A0%80", "%FF", "%C0%AF",
        "%20",
        "%25", "%2525", "%2F%2Fevil.example", "%5C%5Cevil.example", "..%2F..%2Fetc", "%2e%2e%5c", "%3Cscript%3E", "%27%20or%201%20eq%201", "{{7*7}}", "null", "0",
        "-1",
        "7YBQX1AGBZMSD7W1X4SXJB9YAJ", "L0000000000000000000000000", new('A', 500), "a;b=c", "a,b", "a:b", "*", "~",
    ];

    private static readonly string[] Names = ["returnUrl", "q", "told", "after", "ids", "show", "from", "to", "limit", "list", "late"];

    public static TheoryData<string> All() => [.. Parts];

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_route_fails_or_leads_elsewhere_whatever_stands_in_its_path(string part)
    {
        foreach (var route in ARoute.Of(fixture.Bench).Where(route => route.HasParts && route.Method != "OPTIONS"))
        {
            var type = route.IsApi ? "application/json" : "application/x-www-form-urlencoded";
            using var content = route.Method is "POST" or "PUT" ? new StringContent("{}", Encoding.UTF8, type) : null;
            var answer = await fixture.SendAsync(route.Method, route.With(part), content);

            fixture.ShouldStayHere(answer, $"{route.Method} {route.With(part)}");
            answer.Text.ShouldNotContain("Exception");
            answer.Text.ShouldNotContain("   at Hkall");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_page_fails_whatever_its_query_says(string part)
    {
        var query = string.Join('&', Names.Select(name => $"{name}={part}"));
        foreach (var route in ARoute.Of(fixture.Bench).Where(route => !route.HasParts && route.Method == "GET"))
        {
            fixture.ShouldStayHere(await fixture.SendAsync("GET", $"{route.Pattern}?{query}"), $"{route.Pattern}?{query}");
        }
    }

    [Theory]
    [InlineData("/staff/slips/shelf?ids=", 400)]
    [InlineData("/staff/slips/return?ids=", 400)]
    [InlineData("/staff/lending/paper/slips?ids=", 400)]
    [InlineData("/api/staff/lending/slips?ids=", 400)]
    [InlineData("/api/staff/lending/labels?ids=", 400)]
    public async Task The_papers_of_a_thousand_requests_are_not_printed_at_once(string path, int status)
    {
        var ids = string.Join(',', Enumerable.Range(0, 270).Select(n => $"7YBQX1AGBZMSD7W1X4SXJB9{n:000}"));

        (await fixture.SendAsync("GET", path + ids)).ShouldBe(status);
    }
}
