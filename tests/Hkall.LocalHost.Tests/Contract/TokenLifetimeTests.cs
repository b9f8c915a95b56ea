using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>How long a token lasts. The clock moves, so the bench is this class's own.</summary>
public sealed class TokenLifetimeTests(BenchWithIssuer fixture) : IClassFixture<BenchWithIssuer>
{
    [Fact]
    public async Task A_token_ends_by_the_clock_of_the_bench_with_a_minute_to_spare()
    {
        var token = fixture.Issuer.Token(claims => claims["exp"] = AnIssuer.GoodFrom + 600);

        await fixture.Bench.AdvanceAsync("PT10M59S");
        (await fixture.Bench.GetAsync("/api/me", token)).ShouldBe(200);
        await fixture.Bench.AdvanceAsync("PT1S");
        (await fixture.Bench.GetAsync("/api/me", token)).ShouldBeProblem(401, "not-signed-in");
    }
}
