using Hkall.Pages.Tests.Kit;
using Hkall.Pages.Tests.SigningIn;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>Whoever can sign people out can keep them out: only a good logout token of the provider does it.</summary>
public sealed class LogoutTokenTests(LogoutTokenTests.OneReader world) : IClassFixture<LogoutTokenTests.OneReader>
{
    private static readonly Dictionary<string, Func<AnIdentityProvider, string?>> Bad = new()
    {
        ["none"] = _ => null,
        ["an empty one"] = _ => string.Empty,
        ["a word"] = _ => "logout",
        ["a very long one"] = _ => new string('a', 9_000),
        ["an access token"] = provider => provider.AccessToken(),
        ["of another type"] = provider => provider.LogoutToken(type: "at+jwt"),
        ["a security event"] = provider => provider.LogoutToken(type: "secevent+jwt"),
        ["for another client"] = provider => provider.LogoutToken(audience: "somebody-else"),
        ["for no client"] = provider => provider.LogoutToken(audience: null),
        ["from eleven minutes ago"] = provider => provider.LogoutToken(ageSeconds: 660),
        ["expired"] = provider => provider.LogoutToken(ageSeconds: 3600),
        ["from the future"] = provider => provider.LogoutToken(ageSeconds: -120),
        ["with a nonce"] = provider => provider.LogoutToken(claims => claims["nonce"] = "n"),
        ["with an empty nonce"] = provider => provider.LogoutToken(claims => claims["nonce"] = string.Empty),
        ["without an id"] = provider => provider.LogoutToken(claims => claims.Remove("jti")),
        ["with an empty id"] = provider => provider.LogoutToken(claims => claims["jti"] = string.Empty),
        ["without an event"] = provider => provider.LogoutToken(claims => claims.Remove("events")),
        ["with another event"] = provider => provider.LogoutToken(
            claims => claims["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/other"] = new Dictionary<string, object>() }),
        ["with an event in words"] = provider => provider.LogoutToken(claims => claims["events"] = AnIdentityProvider.LogoutEvent),
        ["with a list of events"] = provider => provider.LogoutToken(claims => claims["events"] = new[] { AnIdentityProvider.LogoutEvent }),
        ["with an event that says nothing"] = provider => provider.LogoutToken(
            claims => claims["events"] = new Dictionary<string, object> { [AnIdentityProvider.LogoutEvent] = "yes" }),
        ["without a person and a session"] = provider => provider.LogoutToken(claims => claims.Remove("sub")),
        ["with a person that is a list"] = provider => provider.LogoutToken(claims => claims["sub"] = new[] { "s-1", "s-2" }),
        ["unsigned"] = provider => provider.LogoutToken() is var token ? $"{token[..token.LastIndexOf('.')]}." : null,
        ["with its signature turned"] = provider => provider.LogoutToken() is var token ? $"{token[..^6]}{(token[^6] == 'A' ? 'B' : 'A')}{token[^5..]}" : null,
        ["signed with another key"] = Forged,
    };

    public static TheoryData<string> Kinds => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_bad_logout_token_signs_nobody_out(string kind)
    {
        var token = Bad[kind](world.Campus.Provider);

        var answer = await world.Campus.LogoutAsync(token is null ? [] : [("logout_token", token)]);

        answer.ShouldBeProblem(400, "bad-logout-token").Header("Cache-Control").ShouldBe("no-store");
        (await world.Reader.GetAsync("/account")).ShouldBe(200);
    }

    [Fact]
    public async Task Two_logout_tokens_at_once_are_none()
    {
        (await world.Campus.LogoutAsync(("logout_token", world.Campus.Provider.LogoutToken()), ("logout_token", world.Campus.Provider.LogoutToken())))
            .ShouldBeProblem(400, "bad-logout-token");
        (await world.Reader.GetAsync("/account")).ShouldBe(200);
    }

    [Theory]
    [InlineData("s-2", null)]
    [InlineData("S-1", null)]
    [InlineData("s-1", "another")]
    [InlineData("s-2", "one")]
    [InlineData("s-1", "ONE")]
    public async Task A_good_logout_token_of_another_person_or_session_leaves_this_one_alone(string subject, string? session)
    {
        var token = world.Campus.Provider.LogoutToken(claims =>
        {
            claims["sub"] = subject;
            if (session is not null)
            {
                claims["sid"] = session;
            }
        });

        (await world.Campus.LogoutAsync(("logout_token", token))).ShouldBe(200);

        (await world.Reader.GetAsync("/account")).ShouldBe(200);
    }

    private static string Forged(AnIdentityProvider provider)
    {
        provider.Forges = true;
        try
        {
            return provider.LogoutToken();
        }
        finally
        {
            provider.Forges = false;
        }
    }

    /// <summary>A campus with one reader who stays signed in.</summary>
    public sealed class OneReader : IAsyncLifetime
    {
        internal ACampus Campus { get; private set; } = null!;

        internal AForm Reader { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Campus = await ACampus.StartAsync();
            Campus.Provider.InIdToken["sid"] = "one";
            Reader = await Campus.SignedInAsync();
        }

        public async Task DisposeAsync() => await Campus.DisposeAsync();
    }
}
