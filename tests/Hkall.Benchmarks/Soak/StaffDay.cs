using System.Text.Json.Nodes;

namespace Hkall.Benchmarks.Soak;

/// <summary>What the lending desk does on a day: it goes through its lists, and does not get to everything.</summary>
internal sealed class StaffDay(BenchInUse bench, Random chance)
{
    private const string Desk = "lam-mei-ling";

    /// <summary>What is done with a request of each list, and with how many of a hundred of them on one day.</summary>
    private static readonly (string List, int OfAHundred, string[] Actions)[] Lists =
    [
        ("to-review", 60, ["approve", "approve", "reject"]),
        ("no-library-left", 50, ["unfilled"]),
        ("conditions", 60, ["condition-accept", "condition-decline"]),
        ("to-receive", 40, ["receive"]),
        ("to-deliver", 60, ["check-out"]),
        ("on-hold-shelf", 30, ["check-out", "check-out", "check-in"]),
        ("to-send-back", 80, ["send-back"]),
        ("on-loan", 6, ["check-in"]),
        ("overdue", 20, ["check-in", "check-in", "check-in", "lost"]),
        ("needs-attention", 20, ["remind", "ask-status", "next-supplier", "lost", "note"]),
    ];

    public async Task WorkAsync(bool hurry)
    {
        foreach (var (list, ofAHundred, actions) in Lists)
        {
            foreach (var row in (await bench.GetAsync($"/api/staff/worklists/{list}?limit=100", Desk)).Items.ToList())
            {
                if (hurry || chance.Next(100) < ofAHundred)
                {
                    await DoAsync(row, actions[chance.Next(actions.Length)]);
                }
            }
        }
    }

    private async Task DoAsync(JsonNode row, string action)
    {
        var path = $"/api/staff/requests/{row["id"]!.GetValue<string>()}";
        var done = await bench.PostAsync(
            $"{path}/{action}", Desk,
            new { note = action == "note" ? "Asked by telephone." : null, symbol = action == "receive" ? null : row["supplier"], status = row["status"] });
        if (done.Code == "library-use-only")
        {
            await bench.PostAsync($"{path}/check-in", Desk);
        }
    }
}
