using System.Globalization;
using System.Text.Json.Nodes;

namespace Hkall.Benchmarks.Soak;

/// <summary>What patrons do on a day: order, decide, download more than once, renew, change their minds.</summary>
internal sealed class PatronsDay(BenchInUse bench, Random chance)
{
    private const string Desk = "lam-mei-ling";

    /// <summary>What a library does with the next request. The plain ones come more often, so that most requests are supplied.</summary>
    private static readonly string[] Scenarios =
    [
        "loan", "loan", "loan", "loan", "copy", "copy", "unfilled", "silent", "slow", "will-supply-then-unfilled", "conditional-cost", "library-use-condition",
        "expect-to-supply", "retry-cost", "retry-later", "library-use-only", "lost-in-transit", "recall", "overdue", "renew-declined", "renew-silent",
        "loan-not-renewable", "cancel-refused", "duplicate-messages", "out-of-order", "bad-signature", "malformed", "http-500",
    ];

    private static readonly object Declaration = new { researchOrPrivateStudy = true, notRelatedToAnother = true, noEarlierCopy = true, signature = "Signed" };

    private readonly List<string> _people = [];
    private readonly List<JsonNode> _works = [];
    private int _orders;

    public HashSet<string> Placed { get; } = [];

    public async Task BrowseAsync()
    {
        _people.AddRange(
            (await bench.GetAsync("/bench/people")).Items.Where(person => person["roles"]!.AsArray().Count == 0)
                .Select(person => person["person"]!.GetValue<string>()));
        _works.AddRange((await bench.GetAsync("/bench/catalogue?take=100")).Items.Where(work => work["isbn"] is not null));
    }

    public async Task PlaceAsync()
    {
        await bench.PutAsync("/bench/partners/*/script", new { next = new[] { Any(Scenarios), Any(Scenarios) } });
        var placed =
            await bench.PostAsync("/api/requests", Any(_people), Order(++_orders), key: string.Create(CultureInfo.InvariantCulture, $"order-{_orders}"));
        if (placed.IsDone)
        {
            Placed.Add(placed.Json!["id"]!.GetValue<string>());
        }
    }

    /// <returns>How many requests are open.</returns>
    public async Task<int> LookAfterAsync(bool hurry)
    {
        var open = 0;
        foreach (var person in _people)
        {
            foreach (var request in (await bench.GetAsync("/api/requests?state=open&limit=100", person)).Items.ToList())
            {
                open++;
                var actions = request["actions"]!.AsArray().Select(action => action!.GetValue<string>()).ToList();
                if (actions.Count > 0 && (hurry || chance.Next(3) == 0))
                {
                    await ActAsync(person, request, Any(actions), hurry);
                }
            }

            await PayAsync(person);
        }

        return open;
    }

    private object Order(int number)
    {
        if (chance.Next(2) == 0)
        {
            return chance.Next(3) == 0
                ? new { service = "loan", item = new { title = $"A book of one's own, {number}", author = "Somebody", isbn = "9780306406157" }, acceptTiers = Tiers() }
                : new { service = "loan", item = Cited(Any(_works)), acceptTiers = Tiers() };
        }

        var item = new JsonObject
        {
            ["title"] = "Bell System Technical Journal",
            ["articleTitle"] = $"Article {number}",
            ["articleAuthor"] = "Somebody",
            ["issn"] = "0005-8580",
            ["volume"] = number.ToString(CultureInfo.InvariantCulture),
            ["pages"] = "1-9",
            ["year"] = 1948,
        };
        return chance.Next(4) == 0 ? new { service = "copy", item } : new { service = "copy", item, declaration = Declaration };
    }

    private string[] Tiers() => chance.Next(3) switch { 0 => ["hkall"], 1 => ["hkall", "local"], _ => ["hkall", "local", "overseas"] };

    private static JsonObject Cited(JsonNode work)
    {
        var item = new JsonObject { ["title"] = work["title"]!.GetValue<string>() };
        foreach (var member in new[] { "author", "isbn" })
        {
            if (work[member]?.GetValue<string>() is { } value)
            {
                item[member] = value;
            }
        }

        return item;
    }

    private async Task ActAsync(string person, JsonNode request, string action, bool hurry)
    {
        var path = $"/api/requests/{request["id"]!.GetValue<string>()}";
        switch (action)
        {
            case "download":
                for (var time = chance.Next(1, 8); time > 0; time--)
                {
                    await bench.GetAsync($"{path}/file", person);
                }

                break;
            case "cancel" when hurry || chance.Next(20) == 0:
                await bench.PostAsync($"{path}/cancel", person);
                break;
            case "cancel":
                break;
            case "office-delivery":
                await bench.PostAsync($"{path}/office-delivery", person, new { office = "HSH 201" });
                break;
            case "cost-decision":
                await bench.PostAsync($"{path}/cost-decision", person, new { accept = chance.Next(2) == 0, amount = request["cost"]!["amount"]!.DeepClone() });
                break;
            case "declaration":
                await bench.PostAsync($"{path}/declaration", person, Declaration);
                break;
            case "offer-decision":
                await bench.PostAsync(
                    $"{path}/offer-decision", person,
                    new { accept = chance.Next(2) == 0, way = Any(request["offer"]!["ways"]!.AsArray().ToList())!["way"]!.GetValue<string>() });
                break;
            case "renew" when !hurry:
                await bench.PostAsync($"{path}/renew", person);
                break;
            case "renew":
                break;
            case "report-scan":
                await bench.PostAsync($"{path}/report-scan", person, new { fault = "unreadable" });
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to {action}.");
        }
    }

    /// <summary>Whoever owes something pays at the counter within the week, now and then.</summary>
    private async Task PayAsync(string person)
    {
        if (chance.Next(7) != 0)
        {
            return;
        }

        var entries = (await bench.GetAsync("/api/me/fees", person)).Json!["entries"]!.AsArray();
        var patronId = (await bench.GetAsync("/api/me", person)).Json!["patronId"]!.GetValue<string>();
        foreach (var entry in entries.Where(entry => entry!["owed"] is { } owed && decimal.Parse(owed["amount"]!.ToString(), CultureInfo.InvariantCulture) > 0)
            .ToList())
        {
            await bench.PostAsync(
                $"/api/staff/patrons/{patronId}/fees/{entry!["id"]!.GetValue<string>()}/settle", Desk,
                new { reason = "Paid at the counter.", balance = entry["owed"] });
        }
    }

    private T Any<T>(IReadOnlyList<T> some) => some[chance.Next(some.Count)];
}
