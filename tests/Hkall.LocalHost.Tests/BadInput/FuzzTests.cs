using System.Text;
using System.Text.Json.Nodes;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>Orders spoilt at random, the same each time: whatever comes is answered, and never with an error of ours.</summary>
public sealed class FuzzTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    private const int Orders = 150;
    private static readonly string[] Strange =
    [
        "", " ", "\0", "null", "loan", "copy", "hkall", "9780306406157", "2026-12-20", "NaN", "<script>", "' or 1 eq 1", "../..", "/\\#?", "\uFEFF", "\u202E",
        "é", "🧬", "{{7*7}}", "{% raw %}", "%00",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task No_order_however_spoilt_is_answered_with_an_error_of_ours(int seed)
    {
        var random = new Random(seed);
        for (var n = 0; n < Orders; n++)
        {
            // Nobody has placed so often that they have to wait.
            var token = await fixture.Bench.NewPatron().TokenAsync();
            var body = Spoilt(random);
            using var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");

            var answer = await fixture.Bench.SendAsync(HttpMethod.Post, "/api/requests", token, content);

            answer.Status.ShouldBeOneOf([201, 400, 409, 413, 422], $"Order {n}: {Encoding.UTF8.GetString(body)}\n{answer.Text}");
            if (answer.Status != 201)
            {
                answer.ShouldBeProblem(answer.Status, answer.Json.At("code")!);
            }
        }

        await fixture.Bench.SettleAsync();
    }

    private static byte[] Spoilt(Random random)
    {
        var order = PlacingForms.With("note", "A note");
        order["acceptTiers"] = new JsonArray("hkall", "local");
        order["neededBy"] = "2026-12-20";
        order["pickup"] = new JsonObject { ["place"] = "serviceCounter" };
        order["maxCost"] = new JsonObject { ["currency"] = "HKD", ["amount"] = 450.00m };
        order["item"]!["year"] = 2012;
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            Change(order, random);
        }

        var bytes = Encoding.UTF8.GetBytes(order.ToJsonString());
        return random.Next(4) switch
        {
            0 => Torn(bytes, random),
            _ => bytes,
        };
    }

    /// <summary>Changes a member somewhere in the tree.</summary>
    private static void Change(JsonObject place, Random random)
    {
        var members = place.Select(member => member.Key).ToList();
        var name = members.Count > 0 && random.Next(5) > 0 ? members[random.Next(members.Count)] : Strange[random.Next(Strange.Length)];
        if (place[name] is JsonObject inner && random.Next(3) > 0)
        {
            Change(inner, random);
        }
        else if (random.Next(6) == 0)
        {
            place.Remove(name);
        }
        else
        {
            place[name] = Anything(random, 0);
        }
    }

    private static JsonNode? Anything(Random random, int depth) => random.Next(depth > 20 ? 5 : 8) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(int.MinValue, int.MaxValue),
        3 => random.NextDouble() * 1e18,
        4 => Strange[random.Next(Strange.Length)] + new string('x', random.Next(3) == 0 ? random.Next(3_000) : 0),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Anything(random, depth + 1))]),
        6 => new JsonObject { [Strange[random.Next(Strange.Length)]] = Anything(random, depth + 1) },
        _ => Enumerable.Range(0, random.Next(1, 30)).Aggregate((JsonNode)"deep", (node, _) => new JsonArray(node)),
    };

    /// <summary>A byte changed, cut out, doubled, or all that follows lost.</summary>
    private static byte[] Torn(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        return random.Next(4) switch
        {
            0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. bytes[at..], .. bytes[at..]],
            _ => bytes[..at],
        };
    }
}
