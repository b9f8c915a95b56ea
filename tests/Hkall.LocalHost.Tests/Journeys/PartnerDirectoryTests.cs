using System.Text.Json.Nodes;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Staff keep the directory of partner libraries.</summary>
public sealed class PartnerDirectoryTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Staff_add_a_library_and_its_secret_is_not_shown_again()
    {
        var answer = (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBe(200);

        answer.Text.ShouldNotContain("whsec_");
        answer.Json.At("secrets").ShouldBe("1");
        (await _bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBe(200).Json.At("tier").ShouldBe("overseas");
        (await _bench.LendingStaff().GetAsync("/api/staff/partners")).Json.Items().Count.ShouldBe(19);
    }

    [Fact]
    public async Task No_row_and_no_export_holds_a_secret_in_clear()
    {
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]))).ShouldBe(200);
        var secrets = (await _bench.Service<PartnerDirectory>().AllAsync(default)).Values.SelectMany(partner => partner.Secrets).ToList();
        secrets.Count.ShouldBeGreaterThan(5);
        secrets.ShouldContain(Secret(1));

        var stored = string.Concat((await _bench.Service<IRows>().RangeAsync(RowTable.Partners, "partners", "a", "~", 1_000, openOnly: false, default))
            .Select(row => row.Body));
        stored.ShouldContain("KYUSHU");
        stored.ShouldNotContain("whsec_");
        secrets.ShouldAllBe(secret => !stored.Contains(secret));
        var document = (await _bench.LendingStaff().GetAsync("/api/staff/partners/export")).ShouldBe(200).Text;
        secrets.ShouldAllBe(secret => !document.Contains(secret));
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_message_being_refused_on_the_way()
    {
        var before = Library("https://ill.kyushu.example/inbox", secrets: [Secret(1)]);
        (await PutAsync("KYUSHU", before)).ShouldBe(200);

        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: [Secret(2), Secret(1)]))).Json.At("secrets").ShouldBe("2");
        (await PutAsync("KYUSHU", Library("https://ill.kyushu.example/inbox", secrets: null))).Json.At("secrets").ShouldBe("2", "left out, they stay");
    }

    [Fact]
    public async Task All_that_is_known_of_a_library_is_kept_and_shown()
    {
        var whole = JsonNode.Parse(
            """
            {
              "name": "Kyushu University", "nameZhHant": "九州大學", "tier": "overseas", "kind": "overseas-library",
              "agencyId": "SIM:KYUSHU", "agencyIds": ["SIM:KYUSHU", "SIM:KYUSHU-MED"],
              "protocol": "iso18626", "isoVersion": "2021", "vendor": "reshare", "endpoint": "https://ill.kyushu.example/iso18626", "gatewayAuthenticated": true,
              "lends": { "loan": false, "copy": true }, "charges": { "copy": { "currency": "JPY", "amount": 800 } }, "reciprocal": false,
              "calendar": { "zone": "Asia/Tokyo", "workingWeekdays": ["monday", "saturday"], "holidaySet": "none", "holidays": ["2026-12-29"], "source": "its web page" },
              "closures": [{ "from": "2026-12-28", "to": "2027-01-04", "why": "New Year" }],
              "days": { "response": 3, "loanDelivery": 30, "copyDelivery": 4 },
              "loanTerms": { "days": 45, "renewable": false, "libraryUseOnly": true },
              "limits": { "mostOpenRequests": 20, "mostOpenLending": 10 },
              "contact": { "email": "ill@kyushu.example", "phone": "+81 92 000 0000", "address": ["744 Motooka", "Fukuoka"], "country": "JP" },
              "sample": true
            }
            """)!.AsObject();
        var sent = whole.DeepClone().AsObject();
        whole["secrets"] = new JsonArray(Secret(1));

        (await PutAsync("KYUSHU", whole)).ShouldBe(200);

        var seen = (await _bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBe(200).Json;
        foreach (var (member, value) in sent)
        {
            JsonNode.DeepEquals(JsonNode.Parse(seen.GetProperty(member).GetRawText()), value).ShouldBeTrue($"{member}: {seen.GetProperty(member)}");
        }
    }

    private static object Library(string endpoint, string[]? secrets) =>
        new { name = "Kyushu University", tier = "overseas", agencyId = "ISIL:JP-1001", endpoint, secrets };

    private static string Secret(byte fill) => "whsec_" + Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());

    private async Task<Answer> PutAsync(string symbol, object form) =>
        await _bench.SendAsync(HttpMethod.Put, $"/api/staff/partners/{symbol}", await _bench.LendingStaff().TokenAsync(), ABench.JsonOf(form));
}
