using System.Text.Json.Nodes;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>An access token that names nobody, as many sign-in systems issue them: what an earlier sign-in said of the person holds.</summary>
public sealed class SilentTokenTests(BenchWithIssuer fixture) : IClassFixture<BenchWithIssuer>
{
    private readonly ABench _bench = fixture.Bench;

    private readonly string _full = fixture.Issuer.Token(claims =>
    {
        claims["library_id"] = "s1234567";
        claims["locale"] = "zh-Hant";
    });

    private readonly string _silent = fixture.Issuer.Token(claims =>
    {
        foreach (var name in new[] { "name", "email", "library_id", "locale" })
        {
            claims.Remove(name);
        }
    });

    [Fact]
    public async Task A_token_without_name_and_address_leaves_those_of_the_last_sign_in()
    {
        (await _bench.GetAsync("/api/me", _full)).ShouldBe(200);
        (await _bench.GetAsync("/api/me", _silent)).ShouldBe(200);

        var person = await PersonAsync();
        person["name"]!.GetValue<string>().ShouldBe("Dr Ngozi Okafor");
        person["email"]!.GetValue<string>().ShouldBe("okafor@ln.example");
        person["language"]!.GetValue<string>().ShouldBe("zh-Hant");
        person["libraryId"]!.GetValue<string>().ShouldBe("s1234567");

        (await _bench.PostAsync("/api/requests", Order, _silent)).ShouldBe(201);
        (await PersonAsync())["email"]!.GetValue<string>().ShouldBe("okafor@ln.example");
        await _bench.SettleAsync();
        (await _bench.MailAsync("okafor@ln.example")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_token_that_says_something_new_is_believed()
    {
        (await _bench.GetAsync("/api/me", _full)).ShouldBe(200);
        (await _bench.GetAsync("/api/me", fixture.Issuer.Token(claims => claims["email"] = "ngozi@ln.example"))).ShouldBe(200);

        (await PersonAsync())["email"]!.GetValue<string>().ShouldBe("ngozi@ln.example");
        (await _bench.GetAsync("/api/me", _full)).ShouldBe(200);
    }

    private static object Order => new
    {
        service = "loan",
        item = new { title = "Seeing Like a State", author = "Scott, James C.", isbn = "9780300078152" },
    };

    private async Task<JsonNode> PersonAsync()
    {
        var data = JsonNode.Parse((await _bench.GetAsync("/api/me/data", _silent)).ShouldBe(200).Text)!;
        return data["holds"]!.AsArray().Single(held => held!["kind"]!.GetValue<string>() == "person")!["content"]!;
    }
}
