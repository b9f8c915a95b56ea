using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>A bench that the rows of a class share, and a member of staff who is signed in on its pages.</summary>
public sealed class SignedInBench : IAsyncLifetime
{
    public ABench Bench { get; private set; } = null!;

    /// <summary>The cookie of a member of staff, who may open every page.</summary>
    public (string Name, string Value) Cookie { get; private set; }

    /// <summary>The token of the same person, for the calls.</summary>
    public string Token { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        Bench = await ABench.InMemoryAsync();
        var session = Bench.SessionOf(LendingStaff.Person);
        Cookie = ("Cookie", $"{session.Name}={session.Value}");
        Token = await Bench.LendingStaff().TokenAsync();
    }

    public async Task DisposeAsync() => await Bench.DisposeAsync();

    /// <summary>By the session on a page, by the token on a call.</summary>
    public Task<Answer> SendAsync(string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers) =>
        path.StartsWith("/api/", StringComparison.Ordinal)
            ? Bench.SendAsync(HttpMethod.Parse(method), path, Token, content, headers)
            : Bench.SendAsync(HttpMethod.Parse(method), path, null, content, [Cookie, .. headers]);

    public AForm NewVisitor() => new(Bench);

    /// <summary>A redirect leads within the service, and its address is one that a header can carry.</summary>
    public void ShouldStayHere(Answer answer, string what)
    {
        answer.Status.ShouldBeLessThan(500, $"{what}: {answer.Text}");
        if (answer.Header("Location") is { } location)
        {
            location.ShouldAllBe(c => c > ' ' && c < '\u007F', what);
            location.ShouldStartWith("/", Case.Sensitive, what);
            new Uri(Bench.Url, location).Authority.ShouldBe(Bench.Url.Authority, what);
            location.ShouldNotContain("\\");
        }
    }
}
