using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>Whose word about who somebody is counts, and whose does not.</summary>
public sealed class SignInTests(BenchWithIssuer fixture) : IClassFixture<BenchWithIssuer>
{
    private readonly AnIssuer _issuer = fixture.Issuer;
    private readonly ABench _bench = fixture.Bench;

    [Fact]
    public async Task A_good_token_says_who_somebody_is()
    {
        var me = (await _bench.GetAsync("/api/me", _issuer.Token())).ShouldBe(200).Json;

        me.At("name").ShouldBe("Dr Ngozi Okafor");
        me.At("group").ShouldBe("academic");
        me.At("staff").ShouldBe("False");
    }

    public static TheoryData<string> BadTokens() => [.. Bad.Keys];

    private static readonly Dictionary<string, Func<AnIssuer, string>> Bad = new()
    {
        ["expired a little more than a minute ago"] = issuer => issuer.Token(claims => claims["exp"] = AnIssuer.GoodFrom - 61),
        ["not valid yet"] = issuer => issuer.Token(claims => claims["nbf"] = AnIssuer.GoodFrom + 61),
        ["valid for ever"] = issuer => issuer.Token(claims => claims.Remove("exp")),
        ["for another audience"] = issuer => issuer.Token(claims => claims["aud"] = "somebody-else"),
        ["for no audience"] = issuer => issuer.Token(claims => claims.Remove("aud")),
        ["from another issuer"] = issuer => issuer.Token(claims => claims["iss"] = "https://sign-in.invalid"),
        ["from no issuer"] = issuer => issuer.Token(claims => claims.Remove("iss")),
        ["signed by nobody"] = issuer => issuer.Token(header: head => head["alg"] = "none", sign: _ => []),
        ["signed by nobody in capitals"] = issuer => issuer.Token(header: head => head["alg"] = "NONE", sign: _ => []),
        ["signed with the public key as a secret"] = issuer =>
            issuer.Token(header: head => head["alg"] = "HS256", sign: content => AnIssuer.SignWithSecret(issuer.PublicKey, content)),
        ["signed with an empty secret"] = issuer => issuer.Token(header: head => head["alg"] = "HS256", sign: content => AnIssuer.SignWithSecret([], content)),
        ["signed with another key"] = issuer => issuer.Token(sign: SignedByAnother),
        ["signed with another key that the token brings along"] = issuer =>
            issuer.Token(header: head => head["jku"] = "https://sign-in.invalid/keys", sign: SignedByAnother),
        ["with its signature cut off"] = issuer => issuer.Token(sign: _ => []),
        ["with other claims under the old signature"] = issuer => Swapped(issuer.Token(), issuer.Token(claims => claims["sub"] = "petrov")),
        ["no token at all"] = _ => "no-token",
        ["three dots"] = _ => "...",
        ["ten thousand characters"] = _ => new string('a', 10_000),
    };

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_no_token(string bad)
    {
        var answer = (await _bench.GetAsync("/api/me", Bad[bad](_issuer))).ShouldBeProblem(401, "not-signed-in");

        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        (await _bench.GetAsync("/api/staff/worklists", Bad[bad](_issuer))).ShouldBeProblem(401, "not-signed-in");
    }

    [Theory]
    [InlineData("Basic b2thZm9yOm9rYWZvcg==")]
    [InlineData("Bearer")]
    [InlineData("")]
    public async Task Another_way_of_signing_in_is_none(string authorization) =>
        (await _bench.SendAsync(HttpMethod.Get, "/api/me", headers: ("Authorization", authorization))).ShouldBeProblem(401, "not-signed-in");

    [Fact]
    public async Task Roles_come_from_the_token_alone()
    {
        (await _bench.GetAsync("/api/staff/worklists", _issuer.Token())).ShouldBeProblem(403, "not-allowed");
        (await _bench.GetAsync("/api/staff/worklists", _issuer.Token(claims => claims["roles"] = new JsonArray("reader", "staff")))).ShouldBe(200);
        (await _bench.GetAsync("/api/staff/worklists", _issuer.Token(claims => claims["roles"] = "staff"))).ShouldBe(200);
        (await _bench.GetAsync("/api/staff/worklists", _issuer.Token(claims => claims["roles"] = "not-staff"))).ShouldBeProblem(403, "not-allowed");
    }

    [Fact]
    public async Task The_same_subject_of_another_issuer_would_be_another_person_and_a_new_name_the_same_one()
    {
        var me = (await _bench.GetAsync("/api/me", _issuer.Token())).Json.At("patronId");

        (await _bench.GetAsync("/api/me", _issuer.Token(claims => claims["name"] = "Professor Ngozi Okafor"))).Json.At("patronId").ShouldBe(me);
        (await _bench.GetAsync("/api/me", _issuer.Token(claims => claims["sub"] = "Okafor"))).Json.At("patronId").ShouldNotBe(me);
    }

    [Fact]
    public async Task Somebody_of_no_group_is_let_in_and_may_have_nothing()
    {
        var token = _issuer.Token(claims => claims["patron_group"] = "alumni");
        var me = (await _bench.GetAsync("/api/me", token)).ShouldBe(200).Json;

        me.At("group").ShouldBeNull();
        me.At("quota.limit").ShouldBe("0");
        (await _bench.PostAsync("/api/requests", Orders.Kuhn, token)).ShouldBeProblem(422, "not-eligible");
    }

    private static byte[] SignedByAnother(byte[] content)
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return other.SignData(content, HashAlgorithmName.SHA256);
    }

    private static string Swapped(string signed, string wanted) => $"{signed.Split('.')[0]}.{wanted.Split('.')[1]}.{signed.Split('.')[2]}";
}
