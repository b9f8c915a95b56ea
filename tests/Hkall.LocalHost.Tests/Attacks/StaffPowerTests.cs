using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>What members of staff try with their powers: approving their own changes, hiding what they did, taking roles that they do not have.</summary>
public sealed class StaffPowerTests
{
    private const string Second = "tsang-chi-ho";
    private static readonly string Secret = "whsec_" + Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());

    [Theory]
    [InlineData("endpoint")]
    [InlineData("secrets")]
    [InlineData("gatewayAuthenticated")]
    public async Task A_librarys_address_and_secrets_change_only_when_a_second_person_has_approved(string member)
    {
        await using var bench = await BenchAsync();
        var staff = bench.LendingStaff();
        var before = (await staff.GetAsync("/api/staff/partners/HKU")).ShouldBe(200).Text;

        var proposal = (await PutAsync(bench, staff, Changed(before, member))).ShouldBe(202).Json;

        (await staff.GetAsync("/api/staff/partners/HKU")).Text.ShouldBe(before);
        (await staff.GetAsync("/api/staff/proposals")).ShouldBe(200).Text.ShouldNotContain(Secret);
        var id = proposal.At("id")!;
        (await staff.PostAsync($"/api/staff/proposals/{id}/approve")).ShouldBeProblem(409, "own-proposal");
        (await staff.PostAsync($"/api/staff/proposals/{id}/reject")).ShouldBeProblem(409, "own-proposal");
        (await staff.GetAsync("/api/staff/partners/HKU")).Text.ShouldBe(before);

        (await bench.PostAsync($"/api/staff/proposals/{id}/approve", token: await bench.TokenAsync(Second))).ShouldBe(200).Json.At("state")
            .ShouldBe("approved");
        (await staff.GetAsync("/api/staff/partners/HKU")).ShouldBe(200);
        (await bench.PostAsync($"/api/staff/proposals/{id}/approve", token: await bench.TokenAsync(Second))).ShouldBeProblem(409, "proposal-over");

        var entries = (await staff.GetAsync("/api/staff/audit")).ShouldBe(200);
        entries.Text.ShouldNotContain(Secret);
        entries.Json.Items().Where(entry => entry.At("what") is "changed-directory" or "decided-proposal").Select(entry => entry.At("by")).Distinct().Count()
            .ShouldBe(2, "Both people are on record.");
    }

    [Fact]
    public async Task Another_change_of_a_library_needs_no_second_person()
    {
        await using var bench = await BenchAsync();
        var staff = bench.LendingStaff();
        var before = (await staff.GetAsync("/api/staff/partners/HKU")).ShouldBe(200).Text;

        (await PutAsync(bench, staff, Changed(before, "name"))).ShouldBe(200);
    }

    [Fact]
    public async Task A_document_changes_no_address_past_the_second_person()
    {
        await using var bench = await BenchAsync();
        var staff = bench.LendingStaff();
        var document = JsonNode.Parse((await staff.GetAsync("/api/staff/partners/export")).ShouldBe(200).Text)!;
        document["partners"]!.AsArray().First(entry => (string)entry!["symbol"]! == "HKU")!["endpoint"] = "https://example.org/elsewhere";

        (await staff.PostAsync("/api/staff/partners/import", document.ToJsonString())).ShouldBeProblem(400, "second-person-needed");
    }

    [Fact]
    public async Task A_proposal_whose_library_has_changed_since_is_refused()
    {
        await using var bench = await BenchAsync();
        var staff = bench.LendingStaff();
        var before = (await staff.GetAsync("/api/staff/partners/HKU")).ShouldBe(200).Text;
        var id = (await PutAsync(bench, staff, Changed(before, "endpoint"))).ShouldBe(202).Json.At("id");
        (await PutAsync(bench, staff, Changed(before, "name"))).ShouldBe(200);

        (await bench.PostAsync($"/api/staff/proposals/{id}/approve", token: await bench.TokenAsync(Second))).ShouldBeProblem(409, "proposal-stale");

        (await staff.GetAsync("/api/staff/partners/HKU")).Text.ShouldNotContain("elsewhere");
    }

    [Fact]
    public async Task A_proposal_that_nobody_decides_on_is_over()
    {
        await using var bench = await BenchAsync();
        var staff = bench.LendingStaff();
        var before = (await staff.GetAsync("/api/staff/partners/HKU")).ShouldBe(200).Text;
        var id = (await PutAsync(bench, staff, Changed(before, "endpoint"))).ShouldBe(202).Json.At("id");
        await bench.AdvanceAsync("P15D");

        (await bench.PostAsync($"/api/staff/proposals/{id}/approve", token: await bench.TokenAsync(Second))).ShouldBeProblem(409, "proposal-over");
        (await bench.GetAsync("/api/staff/proposals", await bench.TokenAsync(Second))).ShouldBe(200).Json.Items()[0].At("state").ShouldBe("over");
    }

    [Fact]
    public async Task A_waiver_waits_for_a_second_person_and_is_not_split_past_the_sum()
    {
        await using var bench = await BenchAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.AdvanceAsync("P3D");
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("charge-fee", id, new { fee = "damage", amount = new { currency = "HKD", amount = 120 }, note = "Pages are torn." });
        var path = $"/api/staff/patrons/{(await patron.GetAsync("/api/me")).Json.At("patronId")}/fees/{id}-1/waive";

        (await staff.PutsFeeAsync(path, new { amount = new { currency = "HKD", amount = 60 }, reason = "It was old." })).ShouldBe(200);
        (await staff.PutsFeeAsync(path, new { amount = new { currency = "HKD", amount = 50 }, reason = "It was old." })).ShouldBe(202).Json.At("code")
            .ShouldBe("second-person-needed");
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("60");

        var proposal = (await bench.GetAsync("/api/staff/proposals", await bench.TokenAsync(Second))).Json.Items()[0].At("id");
        (await staff.PostAsync($"/api/staff/proposals/{proposal}/approve")).ShouldBeProblem(409, "own-proposal");
        (await bench.PostAsync($"/api/staff/proposals/{proposal}/approve", token: await bench.TokenAsync(Second))).ShouldBe(200);

        (await patron.FeesAsync()).At("balance.amount").ShouldBe("10");
        (await staff.SeesAsync(id)).ToString().ShouldContain("proposedBy");
    }

    [Fact]
    public async Task A_waiver_is_refused_if_what_is_owed_has_changed_since()
    {
        await using var bench = await BenchAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await bench.AdvanceAsync("P3D");
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("charge-fee", id, new { fee = "damage", amount = new { currency = "HKD", amount = 120 }, note = "Pages are torn." });
        var fee = $"/api/staff/patrons/{(await patron.GetAsync("/api/me")).Json.At("patronId")}/fees/{id}-1";
        (await staff.PutsFeeAsync($"{fee}/waive", new { reason = "It was old." })).ShouldBe(202);
        (await staff.PutsFeeAsync($"{fee}/settle", new { amount = new { currency = "HKD", amount = 20 }, reason = "cash" })).ShouldBe(200);
        var proposal = (await bench.GetAsync("/api/staff/proposals", await bench.TokenAsync(Second))).Json.Items()[0].At("id");

        (await bench.PostAsync($"/api/staff/proposals/{proposal}/approve", token: await bench.TokenAsync(Second))).ShouldBeProblem(409, "proposal-stale");

        (await patron.FeesAsync()).At("balance.amount").ShouldBe("100");
    }

    [Theory]
    [InlineData("DELETE", "/api/staff/audit")]
    [InlineData("PUT", "/api/staff/audit")]
    [InlineData("POST", "/api/staff/audit")]
    [InlineData("PATCH", "/api/staff/audit")]
    [InlineData("DELETE", "/api/me/looks")]
    [InlineData("POST", "/api/me/looks")]
    [InlineData("DELETE", "/staff/audit")]
    [InlineData("POST", "/staff/audit")]
    [InlineData("DELETE", "/account/looks")]
    public async Task Nobody_changes_or_removes_an_entry(string method, string path)
    {
        await using var bench = await ABench.InMemoryAsync();

        (await bench.SendAsync(HttpMethod.Parse(method), path, await bench.LendingStaff().TokenAsync())).Status.ShouldBe(405);
    }

    [Theory]
    [InlineData("/api/me/looks?patronId=OTHER")]
    [InlineData("/api/me/looks?person=OTHER")]
    [InlineData("/api/me/looks/OTHER")]
    [InlineData("/api/staff/audit?person=OTHER")]
    [InlineData("/api/staff/audit")]
    [InlineData("/api/staff/proposals")]
    public async Task A_patron_reads_nothing_of_what_staff_did_about_another(string path)
    {
        await using var bench = await ABench.InMemoryAsync();
        var (owner, other) = (bench.Patron("okafor"), bench.Patron("petrov"));
        var id = await owner.HasPlacedAsync(Orders.Kuhn);
        await bench.LendingStaff().SeesAsync(id);

        var key = (await owner.GetAsync("/api/me")).Json.At("patronId")!;
        var answer = await other.GetAsync(path.Replace("OTHER", key, StringComparison.Ordinal));

        answer.Text.ShouldNotContain(id);
        answer.Status.ShouldBeOneOf(200, 403, 404);
    }

    private static Task<ABench> BenchAsync() => ABench.InMemoryAsync(services => services.AddSingleton(PolicyFile.Default() with
    {
        FourEyes = new FourEyesPolicy { PartnerAddressAndSecret = true, WaiversFromHkd = 100 },
    }));

    private static async Task<Answer> PutAsync(ABench bench, LendingStaff staff, string body) =>
        await bench.SendAsync(HttpMethod.Put, "/api/staff/partners/HKU", await staff.TokenAsync(), ABench.JsonOf(body));

    private static string Changed(string view, string member)
    {
        var entry = JsonNode.Parse(view)!.AsObject();
        foreach (var shown in new[] { "symbol", "secrets" })
        {
            entry.Remove(shown);
        }

        entry[member] = member switch
        {
            "secrets" => new JsonArray(Secret),
            "endpoint" => "https://example.org/elsewhere",
            "gatewayAuthenticated" => !(entry[member]?.GetValue<bool>() ?? false),
            _ => "Another name",
        };
        return entry.ToJsonString(JsonSerializerOptions.Web);
    }
}
