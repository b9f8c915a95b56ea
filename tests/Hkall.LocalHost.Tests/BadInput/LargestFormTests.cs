using System.Text.Json.Nodes;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>The other side of the limits: what is just within them is taken, stored, sent on and given back whole.</summary>
public sealed class LargestFormTests(BenchFixture fixture) : IClassFixture<BenchFixture>
{
    [Theory]
    [InlineData("x")]
    [InlineData("字")]
    [InlineData("<")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("'")]
    public async Task An_order_with_every_field_full_is_taken_and_given_back_whole(string character)
    {
        var patron = fixture.Bench.NewPatron();
        var order = Full(character);

        var id = await patron.HasPlacedAsync(order.ToJsonString());

        var request = await patron.SeesAsync(id);
        request.At("status").ShouldBe("expected");
        request.At("item.title").ShouldBe(Full(character, 1000));
        request.At("item.source").ShouldBe(Full(character, 200));
        (await patron.CancelsAsync(id)).ShouldBe(200);
        await fixture.Bench.SettleAsync();
        (await patron.StatusAsync(id)).ShouldBe("cancelled");
    }

    /// <summary>What is written as twelve characters each does not fit a row; a title of them does.</summary>
    [Fact]
    public async Task An_order_that_would_not_fit_its_row_is_refused_and_not_lost()
    {
        var patron = fixture.Bench.NewPatron();

        (await patron.PlaceAsync(Full("🧬").ToJsonString())).ShouldBlame(400, "too-long", "item");

        (await patron.MyRequestsAsync()).ShouldBeEmpty();
        (await patron.PlaceAsync(PlacingForms.With("item.title", Full("🧬", 1000)).ToJsonString())).ShouldBe(201).Json.At("item.title")
            .ShouldBe(Full("🧬", 1000));
    }

    [Fact]
    public async Task Every_library_may_give_a_long_reason()
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.ScriptAsync("*", "silent");
        var patron = bench.Patron("okafor");
        var order = Full("\"");
        order["item"]!["isbn"] = "9780465097203";

        // Held by six libraries of HKALL.
        var id = await patron.HasPlacedAsync(order.ToJsonString());
        foreach (var symbol in new[] { "CUHK", "HKU", "HKUST", "POLYU", "HKBU", "EDUHK" })
        {
            await bench.Library(symbol).SaysAsync("unfilled", id, more: new { reason = new string('"', 2000) });
        }

        (await patron.StatusAsync(id)).ShouldBe("in-review");
    }

    private static JsonObject Full(string character)
    {
        var order = PlacingForms.With("note", Full(character, 2000));
        foreach (var (name, longest) in PlacingForms.Texts.Where(text => text.Key is not ("isbn" or "issn" or "doi")))
        {
            order["item"]![name] = Full(character, longest);
        }

        order["item"]!["year"] = 2999;
        order["item"]!["totalPages"] = 100_000;
        order["neededBy"] = "2027-11-23";
        order["acceptTiers"] = new JsonArray("hkall", "local", "overseas", "hkall");
        return order;
    }

    private static string Full(string character, int longest) => string.Concat(Enumerable.Repeat(character, longest / character.Length));
}
