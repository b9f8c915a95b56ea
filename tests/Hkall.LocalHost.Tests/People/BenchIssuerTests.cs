using Hkall.Domain.Model;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.People;
using Hkall.TestKit.Builders;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Hkall.LocalHost.Tests.People;

public sealed class BenchIssuerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_token_says_who_it_is_and_passes_with_the_public_key()
    {
        using var issuer = new BenchIssuer(BenchFolder.None);
        var person = SamplePeople.Find("wong-ka-yan")!;

        var result = await ValidateAsync(issuer, issuer.Issue(person, Times.Monday), Times.Monday);

        result.IsValid.ShouldBeTrue(result.Exception?.ToString());
        var token = (JsonWebToken)result.SecurityToken;
        token.Alg.ShouldBe("ES256");
        token.Issuer.ShouldBe("https://sign-in.bench.invalid");
        token.Audiences.ShouldBe(["hkall"]);
        token.Subject.ShouldBe("wong-ka-yan");
        token.GetPayloadValue<string>("name").ShouldBe("黃嘉欣");
        token.GetPayloadValue<string>("email").ShouldBe("wong-ka-yan@ln.example");
        token.GetPayloadValue<string>("patron_group").ShouldBe("research");
        token.GetPayloadValue<string>("locale").ShouldBe("zh-Hant");
        token.GetPayloadValue<long>("iat").ShouldBe(Times.Monday.ToUnixTimeSeconds());
        token.GetPayloadValue<long>("nbf").ShouldBe(Times.Monday.ToUnixTimeSeconds());
        token.GetPayloadValue<long>("exp").ShouldBe(Times.Monday.AddHours(12).ToUnixTimeSeconds());
    }

    [Fact]
    public void Staff_have_their_role_and_patrons_have_none()
    {
        using var issuer = new BenchIssuer(BenchFolder.None);

        Roles(issuer, "lam-mei-ling").ShouldBe(["staff"]);
        Roles(issuer, "smith").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_key_outlives_a_restart_and_holds_no_private_part_where_it_is_shown()
    {
        using var before = new BenchIssuer(_folder.Folder);
        var token = before.Issue(SamplePeople.Find("smith")!, Times.Monday);
        using var after = new BenchIssuer(_folder.Folder);

        (await ValidateAsync(after, token, Times.Monday)).IsValid.ShouldBeTrue();
        ((ECDsaSecurityKey)after.SigningKey).PrivateKeyStatus.ShouldNotBe(PrivateKeyStatus.Exists);
    }

    [Fact]
    public async Task Another_benchs_token_does_not_pass()
    {
        using var ours = new BenchIssuer(BenchFolder.None);
        using var another = new BenchIssuer(BenchFolder.None);

        (await ValidateAsync(ours, another.Issue(SamplePeople.Find("smith")!, Times.Monday), Times.Monday)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Every_group_has_somebody_two_are_staff_and_no_two_are_the_same()
    {
        SamplePeople.All.Where(person => person.Roles.Count == 0)
            .Select(person => person.Group).Distinct().ShouldBe(Enum.GetValues<PatronGroup>(), ignoreOrder: true);
        SamplePeople.All.Count(person => person.Roles.Contains("staff")).ShouldBe(2);
        SamplePeople.All.Select(person => person.Language).Distinct().ShouldBe(["en", "zh-Hant"], ignoreOrder: true);
        SamplePeople.All.DistinctBy(person => person.Person).Count().ShouldBe(SamplePeople.All.Count);
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Roles(BenchIssuer issuer, string person) =>
        new JsonWebToken(issuer.Issue(SamplePeople.Find(person)!, Times.Monday)).GetPayloadValue<string[]>("roles");

    private static Task<TokenValidationResult> ValidateAsync(BenchIssuer issuer, string token, DateTimeOffset now) =>
        new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = BenchIssuer.Issuer,
            ValidAudience = BenchIssuer.Audience,
            ValidAlgorithms = [BenchIssuer.Algorithm],
            IssuerSigningKey = issuer.SigningKey,
            LifetimeValidator = (from, until, _, _) => from <= now.UtcDateTime && now.UtcDateTime < until,
        });
}
