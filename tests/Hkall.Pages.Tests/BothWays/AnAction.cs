using System.Net;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>An action, its route in the API and its route on the pages, and a valid input for each.</summary>
/// <param name="Json">Null where the call has no body.</param>
/// <param name="Fields">The fields of the form, as a browser writes them.</param>
public sealed record AnAction(string Name, string Api, string Page, string? Json = null, string Fields = "");

/// <summary>An input that the service cannot read or accept.</summary>
/// <param name="Field">The field that the API blames.</param>
/// <param name="Says">What the page says about it.</param>
public sealed record ABadInput(string Json, string Fields, int Status, string Code, string Field, string Says);

/// <summary>The refusals, as each way shows them.</summary>
public static class Refusing
{
    /// <summary>Sends the action the given way, with its valid input or with another one.</summary>
    /// <param name="seen">The version that the caller saw; null for the present one.</param>
    public static Task<Answer> DoesAsync(this ACaller caller, Way way, AnAction action, string id, ABadInput? input = null, string? seen = null) => way switch
    {
        Way.Api => caller.CallAsync(At(action.Api, id), input is null ? action.Json : input.Json, seen),
        Way.Page => caller.SendAsync(At(action.Page, id), input is null ? action.Fields : input.Fields, seen),
    };

    /// <summary>The action is refused by the rules: the API names the refusal, and the page gives its sentence.</summary>
    public static async Task ShouldBeRefusedAsync(this ACaller caller, Way way, AnAction action, string id, int status, string code)
    {
        var called = (await caller.DoesAsync(Way.Api, action, id)).ShouldBeProblem(status, code);
        if (way == Way.Page)
        {
            (await caller.DoesAsync(Way.Page, action, id)).ShouldBe(status).ShouldBeAPageThatSays(called.Json.At("detail")!);
        }
    }

    /// <summary>A page that is old, or that showed another request, orders nothing: the request as it is now is shown.</summary>
    public static async Task ShouldAskAgainAsync(this ACaller caller, Way way, AnAction action, string id)
    {
        foreach (var seen in new[] { $"{id}.999", "7YBQX1AGBZMSD7W1X4SXJB9YAJ.1" })
        {
            var answer = await caller.DoesAsync(way, action, id, seen: seen);
            switch (way)
            {
                case Way.Api:
                    answer.ShouldBeProblem(412, "changed-since").Json.At("request.id").ShouldBe(id);
                    answer.Header("ETag").ShouldNotBeNull();
                    break;
                case Way.Page:
                    answer.ShouldBe(412).ShouldBeAPageThatSays("This request has changed since you opened the page");
                    break;
            }
        }
    }

    public static async Task ShouldNotFindAsync(this ACaller caller, Way way, AnAction action, string id, ABadInput? input = null)
    {
        var answer = await caller.DoesAsync(way, action, id, input);
        switch (way)
        {
            case Way.Api:
                answer.ShouldBeProblem(404, "not-found");
                break;
            case Way.Page:
                answer.ShouldBe(404).ShouldBeAPageThatSays("Page not found");
                break;
        }
    }

    public static async Task ShouldBlameAsync(this ACaller caller, Way way, AnAction action, string id, ABadInput input)
    {
        var answer = await caller.DoesAsync(way, action, id, input);
        switch (way)
        {
            case Way.Api:
                answer.ShouldBlame(input.Status, input.Code, input.Field);
                break;
            case Way.Page:
                answer.ShouldBe(input.Status).ShouldBeAPageThatSays(input.Says);
                break;
        }
    }

    public static void ShouldBeAPageThatSays(this Answer answer, string words)
    {
        answer.ContentType.ShouldBe("text/html; charset=utf-8");
        WebUtility.HtmlDecode(answer.Text).ShouldContain(words);
    }

    public static string At(string route, string id) => route.Replace("{id}", id, StringComparison.Ordinal);
}
