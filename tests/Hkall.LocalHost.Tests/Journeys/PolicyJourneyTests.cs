using System.Text.Json;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A change of the policy over HTTP, from the draft to the way back.</summary>
public sealed class PolicyJourneyTests
{
    private const string Policies = "/api/staff/policies";

    [Fact]
    public async Task A_policy_is_drafted_mended_compared_put_in_force_tomorrow_and_rolled_back()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var first = (await staff.GetAsync(Policies)).ShouldBe(200).Json;
        (first.At("inForce"), first.GetProperty("versions")[0].At("origin")).ShouldBe(("1", "file"));

        // A draft with faults is kept, and says each with its place.
        var drafted = await SendAsync(bench, HttpMethod.Post, Policies, new { text = Quota(-1), reason = "The committee decided it.", seen = Seen(first) }, 200);
        drafted.At("version.state").ShouldBe("draft");
        drafted.GetProperty("faults").EnumerateArray().Single().At("path").ShouldBe("figures.openRequests.academic");
        var draft = $"{Policies}/{drafted.At("version.version")}";
        var day = new { from = "2026-11-24", seen = Seen(drafted) };
        (await TryAsync(bench, HttpMethod.Post, $"{draft}/put-in-force", day)).ShouldBlame(422, "policy-faulty", "figures.openRequests.academic");

        // Mended, it is compared in words. Two people at once do not pass each other.
        (await TryAsync(bench, HttpMethod.Put, draft, new { text = Quota(0), reason = "x", seen = Seen(drafted) - 1 })).ShouldBeProblem(412, "changed-since");
        var mended = await SendAsync(bench, HttpMethod.Put, draft, new { text = Quota(0), reason = "The committee decided it.", seen = Seen(drafted) }, 200);
        mended.GetProperty("faults").GetArrayLength().ShouldBe(0);
        mended.GetProperty("differences").EnumerateArray().Select(one => one.At("sentence")).ShouldContain("Quota (academic staff): 0 instead of 100");
        (await staff.GetAsync($"{draft}/document")).ShouldBe(200).Text.ShouldBe(Quota(0));

        await patron.HasPlacedAsync(Orders.Kuhn);
        var lab = (await staff.GetAsync($"{draft}/lab?from=2026-11-01&to=2026-11-23")).ShouldBe(200).Json;
        (lab.At("all.inForce.requests"), lab.At("all.inForce.quotaReached"), lab.At("all.tried.quotaReached")).ShouldBe(("1", "0", "1"));
        lab.GetProperty("groups").EnumerateArray().Single(row => row.At("group") == "academic").At("tried.quotaReached").ShouldBe("1");

        var put = await SendAsync(bench, HttpMethod.Post, $"{draft}/put-in-force", new { from = "2026-11-24", seen = Seen(mended) }, 200);
        (put.At("version.state"), put.At("version.from")).ShouldBe(("scheduled", "2026-11-24"));

        await bench.MoveToAsync("2026-11-24T00:00:01+08:00");
        (await patron.PlaceAsync(Orders.Latour)).ShouldBeProblem(409, "quota-reached");
        (await staff.GetAsync(draft)).ShouldBe(200).Json.At("version.state").ShouldBe("in-force");

        var again = await SendAsync(
            bench, HttpMethod.Post, $"{Policies}/1/again", new { reason = "It was too strict.", seen = Seen((await staff.GetAsync(Policies)).Json) }, 200);
        (again.At("version.of"), again.At("version.origin"), again.At("version.state")).ShouldBe(("1", "again", "in-force"));
        await patron.HasPlacedAsync(Orders.Latour);
        (await bench.GetAsync("/readyz")).ShouldBe(200).Text.ShouldNotContain("policy");
    }

    [Fact]
    public async Task A_document_is_checked_without_being_kept()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();

        var check = await SendAsync(bench, HttpMethod.Post, $"{Policies}/check", new { text = """{ "figurs": {} }""" }, 200);

        (check.GetProperty("faults")[0].At("path"), check.GetProperty("faults")[0].At("why")).ShouldBe(("figurs", "this member is not known (line 1)."));
        (await staff.GetAsync(Policies)).Json.GetProperty("versions").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_is_removed_and_a_version_that_waits_is_cancelled()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();
        var drafted = await SendAsync(
            bench, HttpMethod.Post, Policies, new { text = Quota(3), reason = "Why.", seen = Seen((await staff.GetAsync(Policies)).Json) }, 200);
        var draft = $"{Policies}/2";
        var put = await SendAsync(bench, HttpMethod.Post, $"{draft}/put-in-force", new { from = "2026-12-24", seen = Seen(drafted) }, 200);

        (await TryAsync(bench, HttpMethod.Delete, $"{draft}?seen={Seen(put)}", null)).ShouldBeProblem(409, "not-a-draft");
        var cancelled = await SendAsync(bench, HttpMethod.Post, $"{draft}/cancel", new { seen = Seen(put) }, 200);
        cancelled.At("version.state").ShouldBe("draft");
        (await TryAsync(bench, HttpMethod.Post, $"{draft}/cancel", new { seen = Seen(cancelled) })).ShouldBeProblem(409, "not-scheduled");
        var removed = await SendAsync(bench, HttpMethod.Delete, $"{draft}?seen={Seen(cancelled)}", null, 200);
        removed.GetProperty("versions").GetArrayLength().ShouldBe(1);
        (await TryAsync(bench, HttpMethod.Get, draft, null)).ShouldBe(404);
        (await TryAsync(bench, HttpMethod.Post, $"{Policies}/9/again", new { reason = "Why.", seen = Seen(removed) })).ShouldBe(404);
        (await TryAsync(bench, HttpMethod.Post, Policies, new { text = "{}", reason = " ", seen = Seen(removed) })).ShouldBlame(400, "missing", "reason");
        (await TryAsync(bench, HttpMethod.Post, Policies, new { text = new string(' ', 300_000), reason = "Why.", seen = Seen(removed) }))
            .ShouldBeProblem(413, "body-too-large");
    }

    private static string Quota(int academic) => $$"""
        {
          "figures": { // The quota of academic staff.
            "version": "2026-12",
            "openRequests": { "academic": {{academic}}, "research": 100, "postgraduate": 100, "nonAcademic": 50, "undergraduate": 50 }
          }
        }
        """;

    private static int Seen(JsonElement view) => view.GetProperty("seen").GetInt32();

    private static async Task<Answer> TryAsync(ABench bench, HttpMethod method, string path, object? body) =>
        await bench.SendAsync(method, path, await bench.LendingStaff().TokenAsync(), body is null ? null : ABench.JsonOf(body));

    private static async Task<JsonElement> SendAsync(ABench bench, HttpMethod method, string path, object? body, int status) =>
        (await TryAsync(bench, method, path, body)).ShouldBe(status).Json;
}
