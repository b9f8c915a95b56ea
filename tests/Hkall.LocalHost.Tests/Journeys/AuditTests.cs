using System.Text.Json;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Who of the staff looked at what and changed what, as administrators and patrons read it.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task A_look_at_a_request_is_on_record_for_administrators_and_for_its_patron()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);

        await staff.SeesAsync(id);

        var entry = (await AuditAsync(staff, $"?request={id}")).ShouldHaveSingleItem();
        (entry.At("what"), entry.At("of")).ShouldBe(("looked-at-request", id));
        entry.At("patronId").ShouldBe((await patron.GetAsync("/api/me")).Json.At("patronId"));
        entry.At("by").ShouldBe((await staff.GetAsync("/api/me")).Json.At("patronId"));
        var look = (await LooksAsync(patron)).ShouldHaveSingleItem();
        (look.At("what"), look.At("requestId"), look.At("by")).ShouldBe(("looked-at-request", id, "LML"));
    }

    [Fact]
    public async Task Who_a_patron_is_is_an_answer_of_its_own_with_an_entry_of_its_own()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);

        (await staff.GetAsync($"/api/staff/requests/{id}")).ShouldBe(200).Text.ShouldNotContain("Okafor");
        var person = (await staff.GetAsync($"/api/staff/requests/{id}/person")).ShouldBe(200).Json;

        person.At("name").ShouldBe("Dr Ngozi Okafor");
        (await LooksAsync(patron)).Select(look => look.At("what")).ShouldBe(["looked-at-request", "looked-at-person"], ignoreOrder: true);
        (await staff.GetAsync("/api/staff/requests/7ZZZZZZZZZZZZZZZZZZZZZZZZZ/person")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_change_says_which_and_what_stood_there_before_and_never_a_secret()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();
        var before = JsonSerializer.Deserialize<Dictionary<string, object?>>((await staff.GetAsync("/api/staff/partners/HKU")).ShouldBe(200).Text)!;
        foreach (var shown in new[] { "symbol", "secrets" })
        {
            before.Remove(shown);
        }

        var secret = "whsec_" + Convert.ToBase64String(Enumerable.Repeat((byte)7, 32).ToArray());
        before["name"] = "The University of Hong Kong Libraries, Main Library";
        before["secrets"] = new[] { secret };
        (await bench.SendAsync(HttpMethod.Put, "/api/staff/partners/HKU", await staff.TokenAsync(), ABench.JsonOf(before))).ShouldBe(200);
        (await bench.SendAsync(HttpMethod.Put, "/api/staff/rates", await staff.TokenAsync(), ABench.JsonOf(new { currency = "GBP", hkdPerUnit = 9.9 })))
            .ShouldBe(200);

        var entries = await AuditAsync(staff, "");
        entries.ShouldNotContain(entry => entry.ToString().Contains(secret, StringComparison.Ordinal));
        var directory = entries.Single(entry => entry.At("what") == "changed-directory");
        directory.At("of").ShouldBe("HKU");
        var changes = directory.GetProperty("changes").EnumerateArray().ToList();
        changes.Single(change => change.At("member") == "name").At("to").ShouldBe("The University of Hong Kong Libraries, Main Library");
        changes.Single(change => change.At("member") == "secrets").TryGetProperty("to", out _).ShouldBeFalse();
        var rate = entries.Single(entry => entry.At("what") == "changed-rates").GetProperty("changes")[0];
        (rate.At("member"), rate.At("to")).ShouldBe(("GBP", "9.9"));
    }

    [Fact]
    public async Task A_search_is_on_record_without_its_words()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();
        await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);

        (await staff.GetAsync("/api/staff/requests?q=Okafor")).ShouldBe(200);

        var entries = await AuditAsync(staff, "");
        entries.Count(entry => entry.At("what") == "searched").ShouldBe(1);
        entries.ShouldNotContain(entry => entry.ToString().Contains("Okafor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_there_is_not_and_what_was_refused_leaves_no_entry()
    {
        await using var bench = await ABench.InMemoryAsync();
        var staff = bench.LendingStaff();
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);

        (await staff.GetAsync("/api/staff/requests/7ZZZZZZZZZZZZZZZZZZZZZZZZZ")).ShouldBe(404);
        (await bench.GetAsync($"/api/staff/requests/{id}", await bench.Patron("smith").TokenAsync())).ShouldBe(403);
        (await staff.TriesBlindlyToAsync("check-out", id)).Status.ShouldBeOneOf(409, 428);

        (await AuditAsync(staff, "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_that_cannot_be_recorded_is_not_answered_and_a_change_that_a_journal_records_stands()
    {
        var rows = new AuditAway();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton<IRows>(rows));
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        rows.IsAway = true;

        (await staff.GetAsync($"/api/staff/requests/{id}")).ShouldBeProblem(503, "not-recorded").Text.ShouldNotContain("Kuhn");
        (await staff.GetAsync($"/api/staff/requests/{id}/person")).ShouldBeProblem(503, "not-recorded").Text.ShouldNotContain("Okafor");
        (await staff.PostAsync($"/api/staff/requests/{id}/note", new { note = "The title page is missing." })).ShouldBe(200);
        (await bench.SendAsync(HttpMethod.Put, "/api/staff/rates", await staff.TokenAsync(), ABench.JsonOf(new { currency = "GBP", hkdPerUnit = 9.9 })))
            .ShouldBeProblem(503, "storage-unavailable");

        rows.IsAway = false;
        (await staff.GetAsync("/api/staff/rates")).ShouldBe(200).Text.ShouldNotContain("GBP");
    }

    [Fact]
    public async Task What_staff_did_stands_in_the_patrons_data_without_the_keys_of_staff()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        await staff.SeesAsync(id);

        var look = (await patron.GetAsync("/api/me/data")).ShouldBe(200).Json.GetProperty("holds").EnumerateArray()
            .Single(held => held.At("kind") == "look");

        look.GetProperty("content").At("requestId").ShouldBe(id);
        look.ToString().ShouldNotContain((await staff.GetAsync("/api/me")).Json.At("patronId")!);
    }

    [Fact]
    public async Task Patrons_read_the_names_of_staff_only_where_the_policy_says_so()
    {
        await using var bench = await ABench.InMemoryAsync(services =>
            services.AddSingleton(PolicyFile.Default() with { Audit = new AuditPolicy { NamesStaff = true } }));
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var id = await patron.HasPlacedAsync(Orders.Kuhn);

        await staff.SeesAsync(id);

        (await LooksAsync(patron)).ShouldHaveSingleItem().At("by").ShouldBe("Lam Mei Ling");
    }

    [Theory]
    [InlineData("?day=2026-13-01", "day")]
    [InlineData("?day=today", "day")]
    [InlineData("?person=okafor", "person")]
    [InlineData("?by=..", "by")]
    [InlineData("?request=7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "request")]
    [InlineData("?day=2026-11-23&by=x", "day")]
    [InlineData("?after=x", "after")]
    [InlineData("?limit=0", "limit")]
    public async Task A_filter_that_names_nothing_is_blamed(string query, string field)
    {
        await using var bench = await ABench.InMemoryAsync();

        (await bench.LendingStaff().GetAsync($"/api/staff/audit{query}")).Status.ShouldBe(400, field);
    }

    private static async Task<IReadOnlyList<JsonElement>> AuditAsync(LendingStaff staff, string query) =>
        [.. (await staff.GetAsync($"/api/staff/audit{query}")).ShouldBe(200).Json.Items()];

    private static async Task<IReadOnlyList<JsonElement>> LooksAsync(APatron patron) =>
        [.. (await patron.GetAsync("/api/me/looks")).ShouldBe(200).Json.Items()];

    /// <summary>Storage of which one table cannot be written.</summary>
    private sealed class AuditAway : IRows
    {
        private readonly MemoryRows _rows = new();

        public bool IsAway { get; set; }

        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
            _rows.FindAsync(table, partition, key, cancellation);

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
            _rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation);

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            IsAway && table == RowTable.Audit
                ? throw new StorageUnavailableException("The table does not answer.")
                : _rows.CommitAsync(table, partition, writes, cancellation);
    }
}
