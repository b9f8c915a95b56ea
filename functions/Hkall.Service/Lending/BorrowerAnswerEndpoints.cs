using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>What a borrower can answer.</summary>
/// <param name="Reference">Our number of the request, as in the letter.</param>
/// <param name="BorrowersId">The borrower's own number.</param>
/// <param name="Choices">The answers that the request would take now.</param>
/// <param name="Given">The answers already given by this link.</param>
public sealed record BorrowerAnswerView(
    string Reference,
    string Borrower,
    string BorrowersId,
    ServiceType Service,
    Item Item,
    LendingStatus Status,
    DateOnly? DueOn,
    IReadOnlyList<BorrowerAnswer> Choices,
    IReadOnlyList<BorrowerAnswer> Given)
{
    public static BorrowerAnswerView Of(OpenedBorrowerLetter letter) => new(
        letter.Reference, letter.Request.Borrower.Name, letter.Request.BorrowersId, letter.Request.Service, letter.Request.Item, letter.Request.Status,
        letter.Request.DueOn, letter.Choices, letter.Given);
}

/// <summary>
/// The calls behind the link in a letter to a borrower. Its token is all that they need, so no other site can send an answer in anybody's
/// name. Reading changes nothing.
/// </summary>
public static class BorrowerAnswerEndpoints
{
    public static void MapBorrowerAnswers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/lending/answers/{token}", OpenAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Produces<BorrowerAnswerView>().ProducesProblem(404).ProducesProblem(429)
            .WithName("OpenBorrowerLetter").WithSummary("The request of a letter to a borrower, and what the borrower can answer, by the letter's link.");
        routes.MapPost("/api/lending/answers/{token}", AnswerAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Accepts<BorrowerAnswerForm>("application/json")
            .Produces<BorrowerAnswerView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(429)
            .WithName("AnswerBorrowerLetter")
            .WithSummary("The borrower's answer; the same answer again changes nothing, and one that is not waited for is refused.");
    }

    private static async Task<IResult> OpenAsync(HttpContext context, string token, BorrowerAnswers answers, CancellationToken cancellation) =>
        await ViewAsync(context, token, answers, cancellation);

    private static async Task<IResult> AnswerAsync(HttpContext context, string token, BorrowerAnswers answers, CancellationToken cancellation) =>
        await answers.AnswerAsync(token, () => StrictJson.ReadAsync<BorrowerAnswerForm>(context.Request, cancellation), cancellation) switch
        {
            Done<LendingRequest> or NoChange<LendingRequest> => await ViewAsync(context, token, answers, cancellation),
            CommandRefused<LendingRequest>(var refusal, var why) => Problems.Of(refusal, why),
            _ => Problems.NotFound(),
        };

    private static async Task<IResult> ViewAsync(HttpContext context, string token, BorrowerAnswers answers, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await answers.OpenAsync(token, cancellation) is { } letter
            ? Results.Json(BorrowerAnswerView.Of(letter), PagedJson.Options)
            : Problems.NotFound();
    }
}
