using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Entries of the directory of partner libraries that are not taken; the directory stays as it is.</summary>
public sealed class RefusedPartnerTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public async Task A_library_without_a_safe_address_or_a_sound_secret_is_not_taken()
    {
        (await PutAsync("KYUSHU", Library("http://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBlame(400, "bad-address", "endpoint");
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: ["whsec_short"]))).ShouldBlame(400, "bad-secret", "secrets");
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: null))).ShouldBlame(400, "bad-secret", "secrets");
        (await PutAsync("KYU_SHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBlame(400, "bad-symbol", "symbol");
        (await _bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBeProblem(404, "not-found");
    }

    [Theory]
    [InlineData("""{"calendar":{"zone":"Europe/Nowhere"}}""", "unknown-zone", "calendar.zone")]
    [InlineData("""{"calendar":{"zone":"Asia/Tokyo","workingWeekdays":[]}}""", "bad-weekdays", "calendar.workingWeekdays")]
    [InlineData("""{"calendar":{"zone":"Asia/Tokyo","holidays":["2026-12-29","2026-12-29"]}}""", "bad-holidays", "calendar.holidays")]
    [InlineData("""{"closures":[{"from":"2026-12-28","to":"2026-12-27","why":"x"}]}""", "date-out-of-range", "closures.0.to")]
    [InlineData("""{"closures":[{"from":"2026-12-28","to":"2028-12-27","why":"x"}]}""", "date-out-of-range", "closures.0.to")]
    [InlineData("""{"closures":[{"from":"2026-12-28","to":"2026-12-29","why":" "}]}""", "missing-member", "closures.0.why")]
    [InlineData("""{"closures":[null]}""", "wrong-type", "closures.0")]
    [InlineData("""{"charges":{"loan":{"currency":"yen","amount":1}}}""", "unknown-currency", "charges.loan.currency")]
    [InlineData("""{"days":{"response":-1}}""", "number-out-of-range", "days.response")]
    [InlineData("""{"loanTerms":{"days":0}}""", "number-out-of-range", "loanTerms.days")]
    [InlineData("""{"limits":{"mostOpenRequests":-1}}""", "number-out-of-range", "limits.mostOpenRequests")]
    [InlineData("""{"contact":{"email":"nobody"}}""", "bad-email", "contact.email")]
    [InlineData("""{"contact":{"country":"Japan"}}""", "unknown-country", "contact.country")]
    [InlineData("""{"contact":{"address":[null]}}""", "missing-member", "contact.address.0")]
    [InlineData("""{"agencyIds":["SIM:OTHER"]}""", "bad-agency-ids", "agencyIds")]
    [InlineData("""{"protocol":"mail","endpoint":null}""", "missing-member", "contact.email")]
    [InlineData("""{"protocol":"callbacks","endpoint":null}""", "bad-address", "endpoint")]
    [InlineData("""{"kind":"museum"}""", "unknown-value", "kind")]
    [InlineData("""{"lends":{"film":true}}""", "unknown-member", "lends.film")]
    public async Task What_is_wrong_with_an_entry_is_named(string member, string code, string field)
    {
        var form = JsonNode.Parse(JsonSerializer.Serialize(Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)])))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(member)!.AsObject())
        {
            form[name] = value?.DeepClone();
        }

        (await PutAsync("KYUSHU", form)).ShouldBlame(400, code, field);
        (await _bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task Patrons_do_not_see_the_directory() =>
        (await _bench.Patron("okafor").GetAsync("/api/staff/partners")).ShouldBeProblem(403, "not-allowed");

    private static object Library(string endpoint, string[]? secrets) =>
        new { name = "Kyushu University", tier = "overseas", agencyId = "ISIL:JP-1001", endpoint, secrets };

    private static string Secret(byte fill) => "whsec_" + Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private async Task<Answer> PutAsync(string symbol, object form) =>
        await _bench.SendAsync(HttpMethod.Put, $"/api/staff/partners/{symbol}", await _bench.LendingStaff().TokenAsync(), ABench.JsonOf(form));
}
