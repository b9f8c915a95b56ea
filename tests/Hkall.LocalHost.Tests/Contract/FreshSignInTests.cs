using System.Text.Json.Nodes;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>What moves money or addresses needs a sign-in of the last 15 minutes, where the setting says so (RFC 9470).</summary>
public sealed class FreshSignInTests
{
    private static readonly object Rate = new { currency = "EUR", hkdPerUnit = 8.51 };

    [Theory]
    [InlineData(FreshnessDemand.Never, null, true)]
    [InlineData(FreshnessDemand.Never, 3600, true)]
    [InlineData(FreshnessDemand.IfStated, null, true)]
    [InlineData(FreshnessDemand.IfStated, 899, true)]
    [InlineData(FreshnessDemand.IfStated, 900, false)]
    [InlineData(FreshnessDemand.IfStated, -61, false)]
    [InlineData(FreshnessDemand.Always, null, false)]
    [InlineData(FreshnessDemand.Always, 0, true)]
    [InlineData(FreshnessDemand.Always, 900, false)]
    public async Task A_rate_is_entered_by_who_has_signed_in_of_late(FreshnessDemand demand, int? secondsAgo, bool passes)
    {
        await using var staff = await StaffAsync(demand);

        var answer = await staff.SendAsync(HttpMethod.Put, "/api/staff/rates", Rate, secondsAgo);

        if (passes)
        {
            answer.ShouldBe(200);
            return;
        }

        answer.ShouldBeProblem(401, "fresh-sign-in-needed");
        answer.Header("WWW-Authenticate").ShouldBe("Bearer error=\"insufficient_user_authentication\", max_age=900");
        (await staff.SendAsync(HttpMethod.Get, "/api/staff/rates", null, secondsAgo)).ShouldBe(200).Text.ShouldNotContain("8.51");
    }

    [Theory]
    [InlineData("POST", "/api/staff/patrons/pABCDEFGHJKMNPQRSTVWXYZ0123/fees/ABCDEFGHJKMNPQRSTVWXYZ0123-1/waive")]
    [InlineData("POST", "/api/staff/patrons/pABCDEFGHJKMNPQRSTVWXYZ0123/fees/ABCDEFGHJKMNPQRSTVWXYZ0123-1/settle")]
    [InlineData("POST", "/api/staff/invoices")]
    [InlineData("POST", "/api/staff/invoices/2026-0001/paid")]
    [InlineData("POST", "/api/staff/invoices/2026-0001/unpaid")]
    [InlineData("POST", "/api/staff/invoices/2026-0001/cancel")]
    [InlineData("POST", "/api/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123/charge-fee")]
    [InlineData("POST", "/api/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123/charge-supply")]
    [InlineData("POST", "/api/staff/policies/1/put-in-force")]
    [InlineData("POST", "/api/staff/policies/1/again")]
    [InlineData("PUT", "/api/staff/partners/HKU")]
    [InlineData("POST", "/api/staff/partners/import")]
    [InlineData("GET", "/api/staff/partners/export")]
    public async Task Each_such_call_asks_for_it_before_it_reads_anything(string method, string path)
    {
        await using var staff = await StaffAsync(FreshnessDemand.IfStated);

        (await staff.SendAsync(HttpMethod.Parse(method), path, null, secondsAgo: 3600)).ShouldBeProblem(401, "fresh-sign-in-needed");
    }

    [Theory]
    [InlineData("POST", "/api/staff/requests/ABCDEFGHJKMNPQRSTVWXYZ0123/note", 404)]
    [InlineData("POST", "/api/staff/invoices/2026-0001/remind", 404)]
    [InlineData("GET", "/api/staff/worklists", 200)]
    [InlineData("GET", "/api/staff/partners", 200)]
    public async Task Other_calls_do_not(string method, string path, int status)
    {
        await using var staff = await StaffAsync(FreshnessDemand.Always);

        (await staff.SendAsync(HttpMethod.Parse(method), path, method == "GET" ? null : new { note = "x" }, secondsAgo: 3600)).ShouldBe(status);
    }

    [Theory]
    [InlineData("JWT", "Requests.Use", 200)]
    [InlineData("at+jwt", "Requests.Use", 200)]
    [InlineData("JWT", "openid Requests.Use profile", 200)]
    [InlineData("JWT", "Requests.UseMore", 401)]
    [InlineData("JWT", "requests.use", 401)]
    [InlineData("JWT", null, 401)]
    [InlineData("at+jwt", null, 401)]
    [InlineData("logout+jwt", "Requests.Use", 401)]
    [InlineData("secevent+jwt", "Requests.Use", 401)]
    public async Task Where_a_scope_is_demanded_it_makes_a_token_an_access_token(string type, string? scope, int status)
    {
        using var issuer = new AnIssuer();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(issuer.Options with { Scope = "Requests.Use" }));

        foreach (var name in new[] { "scp", "scope" })
        {
            var token = issuer.Token(claims => claims[name] = scope, head => head["typ"] = type);
            (await bench.GetAsync("/api/me", token)).ShouldBe(status);
        }
    }

    [Fact]
    public async Task An_address_that_nobody_has_verified_is_not_used()
    {
        using var issuer = new AnIssuer();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(issuer.Options));
        var token = issuer.Token(claims => claims["email_verified"] = false);

        (await bench.PostAsync("/api/requests", TestKit.Builders.Orders.Kuhn, token)).ShouldBe(201);
        await bench.SettleAsync();

        (await bench.MailAsync("okafor@ln.example")).ShouldBeEmpty();
        (await bench.GetAsync("/api/me/data", token)).Text.ShouldNotContain("okafor@ln.example");
    }

    [Fact]
    public async Task The_benchs_tokens_can_be_checked_by_the_key_that_it_publishes()
    {
        await using var bench = await ABench.InMemoryAsync();
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(await bench.TokenAsync("okafor"));

        var about = (await bench.GetAsync("/.well-known/openid-configuration")).ShouldBe(200).Json;
        var keys = (await bench.GetAsync(new Uri(about.At("jwks_uri")!).PathAndQuery)).ShouldBe(200).Text;

        about.At("issuer").ShouldBe(token.Issuer);
        keys.ShouldNotContain("\"d\"");
        var result = await new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler().ValidateTokenAsync(
            token.EncodedToken,
            new Microsoft.IdentityModel.Tokens.TokenValidationParameters
            {
                ValidIssuer = token.Issuer,
                ValidAudience = "hkall",
                ValidTypes = ["at+jwt"],
                ValidateLifetime = false,
                IssuerSigningKeys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(keys).GetSigningKeys(),
            });
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        token.GetPayloadValue<long>("auth_time").ShouldBe(token.GetPayloadValue<long>("iat"));
    }

    private static async Task<Staff> StaffAsync(FreshnessDemand demand)
    {
        var issuer = new AnIssuer();
        return new Staff(issuer, await ABench.InMemoryAsync(services => services.AddSingleton(issuer.Options with { Fresh = demand })));
    }

    private sealed record Staff(AnIssuer Issuer, ABench Bench) : IAsyncDisposable
    {
        /// <param name="secondsAgo">When they signed in; null: the token does not say it.</param>
        public async Task<Answer> SendAsync(HttpMethod method, string path, object? body, int? secondsAgo)
        {
            var token = Issuer.Token(claims =>
            {
                claims["roles"] = new JsonArray("staff");
                if (secondsAgo is { } ago)
                {
                    claims["auth_time"] = AnIssuer.GoodFrom - ago;
                }
            });
            using var content = body is null ? null : ABench.JsonOf(body);
            return await Bench.SendAsync(method, path, token, content);
        }

        public async ValueTask DisposeAsync()
        {
            await Bench.DisposeAsync();
            Issuer.Dispose();
        }
    }
}
