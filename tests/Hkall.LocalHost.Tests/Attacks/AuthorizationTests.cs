using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Nobody reads or changes what is another patron's or the staff's, whichever way they ask.</summary>
public sealed class AuthorizationTests(AuthorizationTests.OneRequest world) : IClassFixture<AuthorizationTests.OneRequest>
{
    private const string Owner = "okafor";
    private const string Other = "petrov";

    private readonly ABench _bench = world.Bench;

    [Theory]
    [InlineData("GET /api/requests/ID")]
    [InlineData("GET /api/requests/ID/file")]
    [InlineData("POST /api/requests/ID/cancel")]
    [InlineData("POST /api/requests/ID/unwanted")]
    [InlineData("POST /api/requests/ID/renew")]
    [InlineData("POST /api/requests/ID/cost-decision {\"accept\":true}")]
    [InlineData("POST /api/requests/ID/declaration {\"declared\":true,\"name\":\"Ivan Petrov\"}")]
    [InlineData("POST /api/requests/ID/office-delivery {\"office\":true}")]
    [InlineData("POST /api/requests/ID/offer-decision {\"choice\":\"none\"}")]
    [InlineData("POST /api/requests/ID/report-scan {\"fault\":\"wrong-pages\"}")]
    [InlineData("POST /api/requests/ID/messages {\"message\":\"Is it coming?\"}")]
    [InlineData("GET /api/requests/ID?patronId=OWNER")]
    [InlineData("GET /api/requests/%49D")]
    public async Task Another_patron_learns_nothing_of_a_request_and_changes_nothing(string call)
    {
        var answer = await CallAsync(call, Other);

        // Some inputs here are not well-formed, and their faults say nothing about the request: a request that does not exist answers alike.
        var unknown = await CallAsync(call.Replace("ID", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", StringComparison.Ordinal), Other);
        answer.Status.ShouldBeOneOf(400, 404);
        answer.Status.ShouldBe(unknown.Status);
        answer.Text.ShouldNotContain("Kuhn");
        await UnchangedAsync();
    }

    [Theory]
    [InlineData("GET /api/me")]
    [InlineData("GET /api/me/fees")]
    [InlineData("GET /api/me/data")]
    [InlineData("GET /api/me/history")]
    [InlineData("GET /api/me/preferences")]
    [InlineData("PUT /api/me/preferences {}")]
    [InlineData("GET /api/requests")]
    [InlineData("POST /api/requests {}")]
    [InlineData("POST /api/options {}")]
    [InlineData("POST /api/citations {}")]
    [InlineData("GET /api/openurl")]
    [InlineData("GET /api/requests/ID")]
    [InlineData("GET /api/requests/ID/file")]
    [InlineData("POST /api/requests/ID/cancel")]
    [InlineData("GET /api/staff/worklists")]
    [InlineData("GET /api/staff/partners")]
    [InlineData("GET /api/staff/schedule")]
    [InlineData("POST /api/staff/patrons/OWNER/end-sessions")]
    [InlineData("GET /api/staff/lending")]
    public async Task Nobody_calls_without_a_token(string call)
    {
        (await CallAsync(call, person: null)).ShouldBeProblem(401, "not-signed-in");
        await UnchangedAsync();
    }

    [Theory]
    [InlineData("GET /api/staff/worklists")]
    [InlineData("GET /api/staff/worklists/to-receive")]
    [InlineData("GET /api/staff/requests?q=Kuhn")]
    [InlineData("GET /api/staff/requests/ID")]
    [InlineData("POST /api/staff/requests/ID/cancel {}")]
    [InlineData("POST /api/staff/requests/ID/note {\"note\":\"x\"}")]
    [InlineData("POST /api/staff/requests/ID/charge-fee {}")]
    [InlineData("POST /api/staff/requests/ID/edit {}")]
    [InlineData("POST /api/staff/requests/ID/add-library {\"symbol\":\"HKU\"}")]
    [InlineData("POST /api/staff/requests/ID/library-said {}")]
    [InlineData("PUT /api/staff/requests/ID/file {}")]
    [InlineData("POST /api/staff/requests/batch {}")]
    [InlineData("POST /api/staff/lending/batch {}")]
    [InlineData("POST /api/staff/scan {\"barcode\":\"1\"}")]
    [InlineData("GET /api/staff/orchestrations/ID")]
    [InlineData("GET /api/staff/patrons/OWNER/fees")]
    [InlineData("POST /api/staff/patrons/OWNER/fees/ID-1/waive {}")]
    [InlineData("POST /api/staff/patrons/OWNER/fees/ID-1/settle {}")]
    [InlineData("GET /api/staff/reports")]
    [InlineData("GET /api/staff/parked")]
    [InlineData("POST /api/staff/parked/1/retry")]
    [InlineData("GET /api/staff/partners/export")]
    [InlineData("POST /api/staff/partners/import {}")]
    [InlineData("PUT /api/staff/partners/HKU {}")]
    [InlineData("GET /api/staff/closures")]
    [InlineData("POST /api/staff/closures {}")]
    [InlineData("DELETE /api/staff/closures/1")]
    [InlineData("GET /api/staff/letters")]
    [InlineData("GET /api/staff/letters/cancelled/en")]
    [InlineData("PUT /api/staff/letters/cancelled/en {}")]
    [InlineData("DELETE /api/staff/letters/cancelled/en")]
    [InlineData("GET /api/staff/policies")]
    [InlineData("POST /api/staff/policies {}")]
    [InlineData("POST /api/staff/policies/check {}")]
    [InlineData("GET /api/staff/policies/1")]
    [InlineData("GET /api/staff/policies/1/document")]
    [InlineData("GET /api/staff/policies/1/lab")]
    [InlineData("PUT /api/staff/policies/1 {}")]
    [InlineData("DELETE /api/staff/policies/1?seen=1")]
    [InlineData("POST /api/staff/policies/1/put-in-force {}")]
    [InlineData("POST /api/staff/policies/1/cancel {}")]
    [InlineData("POST /api/staff/policies/1/again {}")]
    [InlineData("GET /api/staff/holidays")]
    [InlineData("PUT /api/staff/holidays/2028 {}")]
    [InlineData("GET /api/staff/rates")]
    [InlineData("PUT /api/staff/rates {}")]
    [InlineData("GET /api/staff/lending")]
    [InlineData("GET /api/staff/lending/invoices?from=2026-11-01&to=2026-11-30")]
    [InlineData("POST /api/staff/lending {}")]
    public async Task No_patron_calls_what_is_for_staff_not_even_about_their_own_request(string call)
    {
        (await CallAsync(call, Owner)).ShouldBeProblem(403, "not-allowed");
        await UnchangedAsync();
    }

    [Theory]
    [InlineData("/api/staff/../staff/worklists")]
    [InlineData("/api/me/../staff/worklists")]
    [InlineData("/api/me/%2e%2e/staff/worklists")]
    [InlineData("/api//staff/worklists")]
    [InlineData("//api/staff/worklists")]
    [InlineData("/API/STAFF/WORKLISTS")]
    [InlineData("/api/staff/worklists/")]
    [InlineData("/api/staff/worklists;x=1")]
    [InlineData("/api/staff/worklists%00")]
    [InlineData("/api/staff%2fworklists")]
    [InlineData("/api/staff\\worklists")]
    [InlineData("/api/./staff/./worklists")]
    public async Task No_spelling_of_a_path_leads_a_patron_to_staffs_lists(string path)
    {
        var token = await _bench.TokenAsync(Other);
        var answer = await _bench.SayAsync(System.Text.Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"));

        int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeOneOf(400, 403, 404);
        answer.ShouldNotContain("\"items\"");
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "GET")]
    [InlineData("X-Original-URL", "/api/me")]
    [InlineData("X-Rewrite-URL", "/api/me")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-User", "lam-mei-ling")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID", "lam-mei-ling")]
    [InlineData("X-MS-CLIENT-PRINCIPAL", "eyJhdXRoX3R5cCI6ImFhZCIsImNsYWltcyI6W3sidHlwIjoicm9sZXMiLCJ2YWwiOiJzdGFmZiJ9XX0=")]
    [InlineData("X-Roles", "staff")]
    [InlineData("Remote-User", "lam-mei-ling")]
    public async Task No_header_makes_a_patron_staff(string name, string value) =>
        (await _bench.SendAsync(HttpMethod.Get, "/api/staff/worklists", await _bench.TokenAsync(Other), null, (name, value)))
            .ShouldBeProblem(403, "not-allowed");

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("get")]
    public async Task No_other_verb_reads_another_patrons_request(string verb)
    {
        var answer = await _bench.SendAsync(new HttpMethod(verb), $"/api/requests/{world.Id}", await _bench.TokenAsync(Other));

        answer.Status.ShouldBeOneOf(400, 404, 405, 501);
        answer.Text.ShouldNotContain("Kuhn");
    }

    [Theory]
    [InlineData("patronId")]
    [InlineData("id")]
    [InlineData("status")]
    [InlineData("placedBy")]
    [InlineData("group")]
    [InlineData("fee")]
    [InlineData("tier2")]
    public async Task A_member_that_a_patron_may_not_set_is_refused(string member)
    {
        var order = System.Text.Json.JsonSerializer.SerializeToNode(Orders.Kuhn, System.Text.Json.JsonSerializerOptions.Web)!.AsObject();
        order[member] = world.OwnerKey;

        (await _bench.PostAsync("/api/requests", order.ToJsonString(), await _bench.TokenAsync(Other))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_cursor_of_another_patrons_list_shows_ones_own_list()
    {
        var list = (await _bench.GetAsync($"/api/requests?after={world.Id}", await _bench.TokenAsync(Other))).Text;

        list.ShouldNotContain(world.Id);
        list.ShouldNotContain("Kuhn");
    }

    private async Task<Answer> CallAsync(string call, string? person)
    {
        var parts = call.Replace("ID", world.Id, StringComparison.Ordinal).Replace("OWNER", world.OwnerKey, StringComparison.Ordinal).Split(' ', 3);
        using var content = parts.Length > 2 ? ABench.JsonOf(parts[2]) : null;
        return await _bench.SendAsync(HttpMethod.Parse(parts[0]), parts[1], person is null ? null : await _bench.TokenAsync(person), content);
    }

    private async Task UnchangedAsync() =>
        (await _bench.GetAsync($"/api/requests/{world.Id}", await _bench.TokenAsync(Owner))).ShouldBe(200).Header("ETag").ShouldBe(world.Version);

    /// <summary>A bench on which one patron has one request.</summary>
    public sealed class OneRequest : IAsyncLifetime
    {
        public ABench Bench { get; private set; } = null!;

        public string Id { get; private set; } = string.Empty;

        /// <summary>The opaque key of the patron.</summary>
        public string OwnerKey { get; private set; } = string.Empty;

        public string? Version { get; private set; }

        public async Task InitializeAsync()
        {
            Bench = await ABench.InMemoryAsync();
            Id = await Bench.Patron(Owner).HasPlacedAsync(Orders.Kuhn);
            var token = await Bench.TokenAsync(Owner);
            OwnerKey = (await Bench.GetAsync("/api/me", token)).Json.At("patronId")!;
            Version = (await Bench.GetAsync($"/api/requests/{Id}", token)).Header("ETag");
        }

        public async Task DisposeAsync() => await Bench.DisposeAsync();
    }
}
