using System.Text.Json;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Stored;

/// <summary>
/// Histories as an earlier version stored them. These files are never written again: whatever becomes of the rules, they
/// must fold to the request that they made then, member by member; a member that was not known then may come in addition. A
/// version that stores something new adds a file.
/// </summary>
public class GoldenHistoryTests
{
    private sealed record Entry(DateTimeOffset At, RequestEvent Event);

    private sealed record Golden(string Id, IReadOnlyList<Entry> History, PatronRequest Request);

    [Theory]
    [InlineData("loan-2026-11")]
    [InlineData("copy-2026-11")]
    [InlineData("reviewed-charged-renewed-loan-2026-11")]
    [InlineData("declared-charged-copy-2026-11")]
    [InlineData("escalated-loan-2026-11")]
    [InlineData("resupplied-replaced-copy-2026-11")]
    [InlineData("late-lost-paid-found-loan-2026-11")]
    [InlineData("not-collected-loan-2026-11")]
    [InlineData("cancelled-loan-2026-11")]
    [InlineData("rejected-loan-2026-11")]
    [InlineData("used-up-copy-2026-11")]
    [InlineData("conditions-loan-2026-11")]
    [InlineData("fetched-copy-2026-11")]
    [InlineData("held-copy-2026-11")]
    [InlineData("loan-in-parts-2026-11")]
    [InlineData("loan-at-a-raised-charge-2026-11")]
    [InlineData("loan-called-overdue-2026-11")]
    [InlineData("unwanted-loan-2026-11")]
    [InlineData("loan-by-telephone-2026-11")]
    [InlineData("corrected-loan-2026-11")]
    [InlineData("loan-by-hand-found-elsewhere-2026-11")]
    [InlineData("recalled-before-pickup-loan-2026-11")]
    [InlineData("written-to-loan-2026-11")]
    [InlineData("assigned-loan-2026-12")]
    [InlineData("free-copy-loan-2026-12")]
    [InlineData("loan-over-a-closure-2026-11")]
    [InlineData("messages-loan-2026-12")]
    public void A_history_of_an_earlier_version_still_makes_the_request_it_made_then(string name)
    {
        var golden = JsonSerializer.Deserialize<Golden>(Approved.Read($"Stored/golden-{name}.json"), StoredJson.Options).ShouldNotBeNull();

        var folded = RequestFold.Fold(golden.Id, golden.History.Select(entry => (entry.Event, entry.At)));

        // Which steps can be undone is not stored with a history older than that.
        var then = golden.Request.Steps is [] ? golden.Request with { Steps = folded.Steps } : golden.Request;
        Missing(JsonSerializer.SerializeToElement(then, StoredJson.Options), JsonSerializer.SerializeToElement(folded, StoredJson.Options), "request")
            .ShouldBeEmpty();
        folded.Events.ShouldBe(golden.History.Count);
    }

    [Fact]
    public void Every_event_there_is_stands_in_a_history_that_is_kept()
    {
        var kept = Directory.EnumerateFiles(Path.Combine(Approved.Root, "tests", "Hkall.Domain.Tests", "Stored"), "golden-*.json")
            .SelectMany(file => JsonSerializer.Deserialize<Golden>(File.ReadAllText(file), StoredJson.Options)!.History)
            .Select(entry => EventNames.Of(entry.Event));

        Shapes.CompleteEvents.Select(EventNames.Of).Except(kept).ShouldBeEmpty("A version that stores something new adds a history.");
    }

    [Fact]
    public void A_member_that_is_gone_or_changed_is_seen_however_deep_it_lies()
    {
        using var then = JsonDocument.Parse("""{"a":1,"rota":[{"s":"HKU","why":null}]}""");
        using var more = JsonDocument.Parse("""{"a":1,"b":2,"rota":[{"s":"HKU","why":null,"at":3}]}""");
        using var changed = JsonDocument.Parse("""{"a":1,"rota":[{"s":"CUHK","why":null}]}""");
        using var longer = JsonDocument.Parse("""{"a":1,"rota":[{"s":"HKU","why":null},{}]}""");
        using var gone = JsonDocument.Parse("""{"rota":[{"s":"HKU"}]}""");

        Missing(then.RootElement, more.RootElement, "r").ShouldBeEmpty();
        Missing(then.RootElement, changed.RootElement, "r").ShouldBe(["r.rota[0].s"]);
        Missing(then.RootElement, longer.RootElement, "r").ShouldBe(["r.rota"]);
        Missing(then.RootElement, gone.RootElement, "r").ShouldBe(["r.a", "r.rota[0].why"]);
    }

    /// <summary>The places at which the one is not what the other was.</summary>
    private static IEnumerable<string> Missing(JsonElement then, JsonElement now, string path) => then.ValueKind switch
    {
        JsonValueKind.Object when now.ValueKind == JsonValueKind.Object => then.EnumerateObject().SelectMany(member =>
            now.TryGetProperty(member.Name, out var its) ? Missing(member.Value, its, $"{path}.{member.Name}") : [$"{path}.{member.Name}"]),
        JsonValueKind.Array when now.ValueKind == JsonValueKind.Array && then.GetArrayLength() == now.GetArrayLength() =>
            then.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, at) => Missing(pair.First, pair.Second, $"{path}[{at}]")),
        _ => JsonElement.DeepEquals(then, now) ? [] : [path],
    };
}
