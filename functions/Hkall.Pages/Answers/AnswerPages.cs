using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Partners;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Answers;

/// <summary>The page on which a library answers our letter. Nobody signs in, and opening it changes nothing, because mail scanners open links.</summary>
internal static class AnswerPages
{
    public static void MapAnswerPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup().WithMetadata(new GuessableAttribute());
        pages.MapMethods(
            "/answer/{token}", PageRoutes.Reading,
            (HttpContext context, string token, string? told, LibraryAnswers answers, LibraryNames libraries, CancellationToken cancellation) =>
            ShowAsync(context, token, told, null, answers, libraries, cancellation));
        pages.MapPost("/answer/{token}", AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, string token, LibraryAnswers answers, LibraryNames libraries, CancellationToken cancellation) =>
        await answers.AnswerAsync(token, () => PageForm.ReadAsync(context, Read, cancellation), cancellation) switch
        {
            Done<PatronRequest> => PageRoutes.Then($"/answer/{token}", "recorded"),
            NoChange<PatronRequest> => PageRoutes.Then($"/answer/{token}", "before"),
            CommandRefused<PatronRequest> refused => await ShowAsync(context, token, null, refused, answers, libraries, cancellation),
            _ => PageRoutes.Page<NoSuchAnswerPage>(status: StatusCodes.Status404NotFound),
        };

    private static async Task<IResult> ShowAsync(
        HttpContext context, string token, string? told, CommandRefused<PatronRequest>? refused, LibraryAnswers answers, LibraryNames libraries,
        CancellationToken cancellation)
    {
        if (await answers.OpenAsync(token, cancellation) is not { } letter)
        {
            return PageRoutes.Page<NoSuchAnswerPage>(status: StatusCodes.Status404NotFound);
        }

        var visit = Visit.Of(context);
        var names = await libraries.InAsync(visit.Language, cancellation);
        return PageRoutes.Page<AnswerPage>(
            new Dictionary<string, object?>
            {
                ["Token"] = token,
                ["Letter"] = letter,
                ["Library"] = names.Of(letter.Library.Symbol, letter.Library.Name),
                ["Told"] = Told(told, visit),
                ["Refused"] = refused,
            },
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal));
    }

    internal static string? Told(string? told, Visit visit) => told switch
    {
        "recorded" => visit.Say("Thank you. Your answer has been recorded."),
        "before" => visit.Say("Your answer had already been recorded. Nothing more is needed."),
        _ => null,
    };

    private static AnswerForm Read(PageForm form, Fields faults) => new()
    {
        Status = form.Required<CallbackStatus>("status", faults),
        SendsOn = form.Date("sendsOn", faults),
        DueOn = form.Date("dueOn", faults),
        Cost = form.Amount("cost", faults) is { } cost ? new MoneyForm(form["currency"]?.Trim() ?? "HKD", cost) : null,
        Reason = form["reason"],
        LibraryUseOnly = form.Either("libraryUseOnly", "true", "false", faults),
        Barcode = form["barcode"],
        Note = form["note"],
    };
}
