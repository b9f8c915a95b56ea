using System.Text.Json;
using Hkall.Requests.Tests.Kit;

namespace Hkall.Requests.Tests.Stored;

/// <summary>
/// Histories as an earlier version stored them. These files are never written again: whatever becomes of the rules, they
/// must fold to the request that they made then. A version that stores something new adds a file.
/// </summary>
public class GoldenHistoryTests
{
    private sealed record Entry(DateTimeOffset At, RequestEvent Event);

    private sealed record Golden(string Id, IReadOnlyList<Entry> History, Request Request);

    [Theory]
    [InlineData("loan-2026-11")]
    [InlineData("copy-2026-11")]
    [InlineData("reviewed-charged-renewed-loan-2026-11")]
    [InlineData("declared-charged-copy-2026-11")]
    public void A_history_of_an_earlier_version_still_makes_the_request_it_made_then(string name)
    {
        var golden = JsonSerializer.Deserialize<Golden>(Approved.Read($"Stored/golden-{name}.json"), StoredJson.Options).ShouldNotBeNull();

        var folded = Evolution.Fold(golden.Id, golden.History.Select(entry => (entry.Event, entry.At)));

        JsonSerializer.Serialize(folded, StoredJson.Options).ShouldBe(JsonSerializer.Serialize(golden.Request, StoredJson.Options));
        folded.Events.ShouldBe(golden.History.Count);
    }
}
