using System.Text.Json.Nodes;
using Hkall.LocalHost.Tests.Contract;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Forged, foreign and misused tokens: each is no sign-in, for a patron's call as for staff's.</summary>
public sealed class JwtTests(BenchWithIssuer fixture) : IClassFixture<BenchWithIssuer>
{
    private readonly ABench _bench = fixture.Bench;

    public static TheoryData<string> Forged => [.. Forgeries.All.Keys];

    public static TheoryData<string> Misused => [.. Misuses.All.Keys];

    public static TheoryData<string> ClaimingToBeStaff => [.. Claims.Keys];

    private static readonly Dictionary<string, Action<JsonObject>> Claims = new()
    {
        ["in capitals"] = claims => claims["roles"] = "STAFF",
        ["with a blank"] = claims => claims["roles"] = "staff ",
        ["as part of a word"] = claims => claims["roles"] = "library-staff",
        ["in a list with commas"] = claims => claims["roles"] = "reader,staff",
        ["as an object"] = claims => claims["roles"] = new JsonObject { ["staff"] = true },
        ["in a list of objects"] = claims => claims["roles"] = new JsonArray(new JsonObject { ["name"] = "staff" }),
        ["as a role"] = claims => claims["role"] = "staff",
        ["as a group"] = claims => claims["groups"] = new JsonArray("staff"),
        ["as a scope"] = claims => claims["scp"] = "staff",
        ["as the name of the schema"] = claims => claims["http://schemas.microsoft.com/ws/2008/06/identity/claims/role"] = "staff",
        ["as the patron group"] = claims => claims["patron_group"] = "staff",
        ["with full-width letters"] = claims => claims["roles"] = "ｓｔａｆｆ",
        ["with an invisible sign"] = claims => claims["roles"] = "staff​",
        ["with a null byte"] = claims => claims["roles"] = "staff\0",
    };

    [Theory]
    [MemberData(nameof(Forged))]
    public Task A_forged_token_opens_nothing(string how) => OpensNothingAsync(Forgeries.All[how](fixture.Issuer));

    [Theory]
    [MemberData(nameof(Misused))]
    public Task A_token_that_the_issuer_signed_for_something_else_opens_nothing(string how) => OpensNothingAsync(Misuses.All[how](fixture.Issuer));

    [Theory]
    [MemberData(nameof(ClaimingToBeStaff))]
    public async Task Nothing_but_the_role_itself_makes_somebody_staff(string how)
    {
        var token = fixture.Issuer.Token(Claims[how]);

        (await _bench.GetAsync("/api/me", token)).ShouldBe(200).Json.At("staff").ShouldBe("False");
        (await _bench.GetAsync("/api/staff/worklists", token)).ShouldBeProblem(403, "not-allowed");
    }

    [Theory]
    [InlineData("/api/me?access_token=TOKEN", null, null)]
    [InlineData("/api/me?token=TOKEN", null, null)]
    [InlineData("/api/me", "Cookie", "hkall-session=TOKEN")]
    [InlineData("/api/me", "Cookie", "access_token=TOKEN; Authorization=TOKEN")]
    [InlineData("/api/me", "X-Access-Token", "TOKEN")]
    [InlineData("/api/me", "X-Forwarded-Authorization", "Bearer TOKEN")]
    [InlineData("/api/me", "Proxy-Authorization", "Bearer TOKEN")]
    [InlineData("/api/me", "Authorization", "Basic TOKEN")]
    [InlineData("/api/me", "Authorization", "DPoP TOKEN")]
    [InlineData("/api/me", "Authorization", "Token TOKEN")]
    [InlineData("/api/me", "Authorization", "TOKEN")]
    [InlineData("/api/me", "Authorization", "Bearer TOKEN,TOKEN")]
    [InlineData("/api/me", "Authorization", "Bearer, Bearer TOKEN")]
    public async Task A_good_token_in_the_wrong_place_is_none(string path, string? header, string? value)
    {
        string With(string text) => text.Replace("TOKEN", fixture.Issuer.Token(), StringComparison.Ordinal);
        (string, string)[] headers = header is null ? [] : [(header, With(value!))];

        (await _bench.SendAsync(HttpMethod.Get, With(path), headers: headers)).ShouldBeProblem(401, "not-signed-in");
    }

    /// <summary>The limit of the headers is the server's, and a large token never reaches us.</summary>
    [Fact]
    public async Task A_token_of_400_kilobytes_is_not_even_read() =>
        (await _bench.GetAsync("/api/me", $"{new string('a', 400_000)}.e30.")).Status.ShouldBe(431);

    [Fact]
    public void The_family_is_as_large_as_the_attack_was() =>
        (Forgeries.All.Count + Misuses.All.Count + Claims.Count + 13 + 1).ShouldBeGreaterThanOrEqualTo(66);

    private async Task OpensNothingAsync(string token)
    {
        var answer = await _bench.GetAsync("/api/me", token);

        answer.ShouldBeProblem(401, "not-signed-in").Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        answer.Text.ShouldNotContain("Okafor");
        (await _bench.GetAsync("/api/staff/worklists", token)).ShouldBeProblem(401, "not-signed-in");
    }
}
