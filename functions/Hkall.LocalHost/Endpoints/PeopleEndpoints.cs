using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Mail;
using Hkall.LocalHost.People;

namespace Hkall.LocalHost.Endpoints;

/// <summary>Lists the sample people, signs in as one of them, and shows the mail they got.</summary>
internal static class PeopleEndpoints
{
    public static void Map(RouteGroupBuilder bench)
    {
        bench.MapGet("/people", () => Results.Json(SamplePeople.All, BenchJson.Options));
        bench.MapPost("/sign-in", (HttpRequest request, BenchIssuer issuer, TimeProvider clock) =>
            BenchProblems.WithBodyAsync<SignIn>(request, body => Task.FromResult(Answer(body, issuer, clock))));
        bench.MapGet("/mail", (string? to, MailCatcher catcher) => Results.Json(catcher.To(to), BenchJson.Options));
    }

    private static IResult Answer(SignIn body, BenchIssuer issuer, TimeProvider clock) => body.Person is { } name && SamplePeople.Find(name) is { } person
        ? Results.Json(new { token = issuer.Issue(person, clock.GetUtcNow()) }, BenchJson.Options)
        : BenchProblems.Bad("unknown-person", $"'{body.Person}' is none of the sample people; GET /bench/people lists them.");

    private sealed record SignIn(string? Person);
}
