using Hkall.Domain.Lending;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Answers;

/// <summary>The page on which a borrower answers our letter. Nobody signs in, and opening it changes nothing, because mail scanners open links.</summary>
internal static class BorrowerAnswerPages
{
    private const string Address = "/lending/answer/{token}";

    public static void MapBorrowerAnswerPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup().WithMetadata(new GuessableAttribute());
        pages.MapMethods(
            Address, PageRoutes.Reading,
            (HttpContext context, string token, string? told, BorrowerAnswers answers, CancellationToken cancellation) =>
            ShowAsync(context, token, told, null, answers, cancellation));
        pages.MapPost(Address, AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string token, BorrowerAnswers answers, CancellationToken cancellation) =>
        await answers.AnswerAsync(token, () => PageForm.ReadAsync(context, Read, cancellation), cancellation) switch
        {
            Done<LendingRequest> => PageRoutes.Then($"/lending/answer/{token}", "recorded"),
            NoChange<LendingRequest> => PageRoutes.Then($"/lending/answer/{token}", "before"),
            CommandRefused<LendingRequest> refused => await ShowAsync(context, token, null, refused, answers, cancellation),
            _ => PageRoutes.Page<NoSuchAnswerPage>(status: StatusCodes.Status404NotFound),
        };

    private static async Task<IResult> ShowAsync(
        HttpContext context, string token, string? told, CommandRefused<LendingRequest>? refused, BorrowerAnswers answers, CancellationToken cancellation)
    {
        if (await answers.OpenAsync(token, cancellation) is not { } letter)
        {
            return PageRoutes.Page<NoSuchAnswerPage>(status: StatusCodes.Status404NotFound);
        }

        return PageRoutes.Page<BorrowerAnswerPage>(
            new Dictionary<string, object?>
            {
                ["Token"] = token,
                ["Letter"] = letter,
                ["Told"] = AnswerPages.Told(told, Visit.Of(context)),
                ["Refused"] = refused,
            },
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal));
    }

    private static BorrowerAnswerForm Read(PageForm form, Fields faults) =>
        new() { Answer = form.Required<BorrowerAnswer>("answer", faults), Note = form["note"] };
}
