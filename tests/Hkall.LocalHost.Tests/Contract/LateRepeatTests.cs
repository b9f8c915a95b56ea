using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>A client that asks again under the same key when days have passed.</summary>
public sealed class LateRepeatTests
{
    [Fact]
    public async Task The_request_is_the_same_when_it_was_cancelled_meanwhile()
    {
        await using var bench = await ABench.InMemoryAsync();
        await bench.ScriptAsync("*", "silent");
        var patron = bench.Patron("okafor");
        var id = (await patron.PlaceAsync(Orders.Kuhn, ("Idempotency-Key", "k1"))).ShouldBe(201).Json.At("id")!;
        (await patron.CancelsAsync(id)).ShouldBe(200);
        await bench.AdvanceAsync("P7D");

        var again = (await patron.PlaceAsync(Orders.Kuhn, ("Idempotency-Key", "k1"))).ShouldBe(201).Json;

        again.At("id").ShouldBe(id);
        again.At("status").ShouldBe("cancelled");
        again.Timeline().Last().ShouldBe("request-cancelled");
    }
}
