using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Inbox;

/// <summary>What a library can answer. It shows the item and nothing of the patron.</summary>
/// <param name="Reference">Our number of the request, as in the letter.</param>
/// <param name="Choices">The answers that the request waits for, or would take.</param>
/// <param name="Given">The answers already given by this link.</param>
/// <param name="Reasons">The reasons for which a library cannot supply.</param>
public sealed record AnswerView(
    string Reference,
    string Library,
    ServiceType Service,
    Item Item,
    DateOnly? NeededBy,
    IReadOnlyList<CallbackStatus> Choices,
    IReadOnlyList<CallbackStatus> Given,
    IReadOnlyList<string> Reasons)
{
    public static AnswerView Of(OpenedLetter letter) => new(
        letter.Reference,
        letter.Library.Name,
        letter.Request.Service,
        letter.Request.Item,
        letter.Request.NeededBy,
        letter.Choices,
        letter.Given,
        [.. AnswerChoices.Reasons.Select(Names.Of)]);
}

/// <summary>
/// The calls behind the link in a letter to a library. Its token is all that they need, so no other site can send an answer in anybody's
/// name. Reading changes nothing.
/// </summary>
public static class AnswerEndpoints
{
    public static void MapAnswers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/answers/{token}", OpenAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Produces<AnswerView>().ProducesProblem(404).ProducesProblem(429)
            .WithName("OpenLetter").WithSummary("The request of a letter to a library, and what the library can answer, by the letter's link.");
        routes.MapPost("/api/answers/{token}", AnswerAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Accepts<AnswerForm>("application/json")
            .Produces<AnswerView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(429)
            .WithName("AnswerLetter").WithSummary("The library's answer; the same answer again changes nothing, and one that is not waited for is refused.");
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string token, LibraryAnswers answers, CancellationToken cancellation) =>
        await ViewAsync(context, token, answers, cancellation);

    private static async Task<IResult> AnswerAsync(HttpContext context, string token, LibraryAnswers answers, CancellationToken cancellation) =>
        await answers.AnswerAsync(token, () => StrictJson.ReadAsync<AnswerForm>(context.Request, cancellation), cancellation) switch
        {
            Done<PatronRequest> or NoChange<PatronRequest> => await ViewAsync(context, token, answers, cancellation),
            CommandRefused<PatronRequest>(var refusal, var why) => Problems.Of(refusal, why),
            _ => Problems.NotFound(),
        };

    private static async Task<IResult> ViewAsync(HttpContext context, string token, LibraryAnswers answers, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await answers.OpenAsync(token, cancellation) is { } letter
            ? Results.Json(AnswerView.Of(letter), PagedJson.Options)
            : Problems.NotFound();
    }
}
