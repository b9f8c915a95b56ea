using System.Text.Json.Nodes;
using Hkall.LocalHost.Libraries;
using Hkall.Service.Partners;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>The directory of partner libraries as one document.</summary>
public sealed class DirectoryDocumentTests : IAsyncLifetime
{
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task What_was_exported_changes_nothing_where_it_is_imported_again_and_holds_no_secret()
    {
        var secret = (await _bench.Service<PartnerDirectory>().FindAsync("HKU", default))!.Secrets;
        var exported = await ExportAsync();
        exported.ToJsonString().ShouldNotContain("whsec_");
        exported["partners"]!.AsArray().Count.ShouldBe(18);

        var imported = (await ImportAsync(exported)).ShouldBe(200).Json;

        imported.GetProperty("added").GetArrayLength().ShouldBe(0);
        imported.GetProperty("changed").GetArrayLength().ShouldBe(0);
        imported.GetProperty("left").GetArrayLength().ShouldBe(18);
        (await _bench.Service<PartnerDirectory>().FindAsync("HKU", default))!.Secrets.ShouldBe(secret);
    }

    [Fact]
    public async Task What_would_change_is_said_before_it_is_done_and_then_done()
    {
        var document = await ExportAsync();
        Entry(document, "HKU")["days"] = new JsonObject { ["response"] = 2 };
        Entry(document, "HKU")["nameZhHant"] = "港大";
        document["partners"]!.AsArray().Add(ANewOne("KYUSHU"));

        var would = (await ImportAsync(document, "?dryRun=true")).ShouldBe(200).Json;
        would.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        would.At("added.0").ShouldBe("KYUSHU");
        would.At("changed.0.symbol").ShouldBe("HKU");
        would.GetProperty("changed")[0].GetProperty("members")
            .EnumerateArray().Select(member => member.GetString()).ShouldBe(["nameZhHant", "days"], ignoreOrder: true);
        (await _bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBeProblem(404, "not-found");

        var before = await _bench.Service<PartnerDirectory>().FindAsync("HKU", default);
        var did = (await ImportAsync(document)).ShouldBe(200).Json;
        did.GetProperty("dryRun").GetBoolean().ShouldBeFalse();
        did.At("added.0").ShouldBe("KYUSHU");
        (await _bench.LendingStaff().GetAsync("/api/staff/partners/KYUSHU")).ShouldBe(200);
        var after = (await _bench.Service<PartnerDirectory>().FindAsync("HKU", default))!;
        after.Days.Response.ShouldBe(2);
        after.Secrets.ShouldBe(before!.Secrets, "A document without secrets leaves them.");
    }

    [Fact]
    public async Task Every_fault_is_named_by_its_place_and_nothing_is_taken()
    {
        var document = await ExportAsync();
        Entry(document, "HKU")["nameZhHant"] = "港大";
        var first = ANewOne("KYUSHU");
        first["lends"] = new JsonObject { ["film"] = true, ["loan"] = "yes" };
        first["tier"] = "lunar";
        var second = ANewOne("OSAKA");
        second["endpoint"] = "http://ill.osaka.example/inbox";
        second["days"] = new JsonObject { ["response"] = -1 };
        second["secrets"] = null;
        var third = ANewOne("KYOTO");
        third["agencyId"] = "JULAC:HKU";
        document["partners"] = new JsonArray(
            Entry(document, "HKU").DeepClone(), first, second, third, "NUS", ANewOne("HKU"), new JsonObject { ["symbol"] = "NARA" });
        document["extra"] = 1;

        var answer = await ImportAsync(document);

        answer.ShouldBe(400);
        var faults = answer.Json.GetProperty("errors").EnumerateObject().ToDictionary(fault => fault.Name, fault => fault.Value[0].GetString());
        faults.Keys.ShouldBe(
            ["extra", "partners.1.lends.film", "partners.1.lends.loan", "partners.1.tier", "partners.2.endpoint", "partners.2.days.response",
                "partners.2.secrets", "partners.4", "partners.5.symbol", "partners.6.name", "partners.6.tier", "partners.6.agencyId"],
            ignoreOrder: true);
        faults.Values.ShouldAllBe(reason => reason!.Length > 5);
        (await _bench.Service<PartnerDirectory>().FindAsync("HKU", default))!.NameZhHant.ShouldBe("香港大學");

        document["partners"] = new JsonArray(third.DeepClone());
        document.Remove("extra");
        (await ImportAsync(document)).ShouldBlame(400, "agency-id-taken", "partners.0.agencyIds");
    }

    [Theory]
    [InlineData("""[]""", "malformed-json")]
    [InlineData("""{"format":"hkall-partners","version":1,"partners":[""", "malformed-json")]
    [InlineData("""{"format":"hkall-partners","version":1,"version":1,"partners":[]}""", "duplicate-member")]
    [InlineData("""{"format":"hkall-partners","version":2,"partners":[]}""", "unknown-version")]
    [InlineData("""{"format":"other","version":1,"partners":[]}""", "unknown-version")]
    [InlineData("""{"format":"hkall-partners","version":1}""", "missing-member")]
    public async Task What_is_no_such_document_is_refused(string body, string code) => (await ImportAsync(body)).ShouldBeProblem(400, code);

    [Fact]
    public async Task More_partners_or_bytes_than_a_directory_takes_are_refused()
    {
        var many = new JsonArray([.. Enumerable.Range(0, PartnerDirectory.MostPartners + 1).Select(_ => (JsonNode)new JsonObject())]);
        (await ImportAsync(new JsonObject { ["format"] = "hkall-partners", ["version"] = 1, ["partners"] = many })).ShouldBlame(400, "too-many", "partners");

        var added = new JsonArray([.. Enumerable.Range(0, PartnerDirectory.MostPartners).Select(i => (JsonNode)ANewOne($"NEW-{i}"))]);
        (await ImportAsync(new JsonObject { ["format"] = "hkall-partners", ["version"] = 1, ["partners"] = added })).ShouldBlame(400, "too-many", "partners");
        (await ImportAsync(new string(' ', (4 * 1024 * 1024) + 1))).ShouldBeProblem(413, "body-too-large");
        (await ImportAsync(new JsonObject(), "?dryRun=perhaps")).ShouldBlame(400, "unknown-value", "dryRun");
    }

    [Fact]
    public async Task Staff_may_import_the_document_that_comes_with_the_bench_and_our_own_library_is_no_partner_in_it()
    {
        await using var empty = await ABench.InMemoryAsync();
        foreach (var row in await empty.Service<Service.Storage.IRows>()
            .RangeAsync(Service.Storage.RowTable.Partners, "partners", "f:", "p;", 1_000, openOnly: false, default))
        {
            await empty.Service<Service.Storage.IRows>()
                .CommitAsync(Service.Storage.RowTable.Partners, "partners", [new Service.Storage.RowWrite.Delete(row.Key)], default);
        }

        var seed = JsonNode.Parse(await File.ReadAllTextAsync(SeedPartners.FilePath))!.AsObject();
        var imported = (await ImportAsync(seed, at: empty)).ShouldBe(200).Json;

        imported.GetProperty("added").GetArrayLength().ShouldBe(18);
        imported.At("own.0").ShouldBe("LU");
        var entries = seed["partners"]!.AsArray();
        entries.Count(entry => entry!["tier"]!.GetValue<string>() == "hkall").ShouldBe(8);
        entries.ShouldAllBe(entry => entry!["sample"]!.GetValue<bool>(), "None of these codes is registered.");
        entries.ShouldAllBe(entry => !entry!.ToJsonString().Contains("ISIL", StringComparison.Ordinal));
    }

    private static JsonObject ANewOne(string symbol) => new()
    {
        ["symbol"] = symbol,
        ["name"] = "A library",
        ["tier"] = "overseas",
        ["agencyId"] = $"SIM:{symbol}",
        ["endpoint"] = "https://ill.library.example/inbox",
        ["secrets"] = new JsonArray("whsec_" + Convert.ToBase64String(new byte[32])),
    };

    private static JsonObject Entry(JsonObject document, string symbol) =>
        document["partners"]!.AsArray().Single(entry => entry!["symbol"]!.GetValue<string>() == symbol)!.AsObject();

    private async Task<JsonObject> ExportAsync() =>
        JsonNode.Parse((await _bench.LendingStaff().GetAsync("/api/staff/partners/export")).ShouldBe(200).Text)!.AsObject();

    private async Task<Answer> ImportAsync(object document, string query = "", ABench? at = null) => await (at ?? _bench).SendAsync(
        HttpMethod.Post, $"/api/staff/partners/import{query}", await (at ?? _bench).LendingStaff().TokenAsync(),
        ABench.JsonOf(document is JsonObject json ? json.ToJsonString() : document));
}
