using Hkall.Domain.Lending;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Auditing;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Lending;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The page of one lending request, and the actions of staff on it. Invalid input is shown again in its form.</summary>
internal static class LendingRequestPages
{
    public static void MapLendingRequestPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            "/staff/lending/{id}", PageRoutes.Reading,
            (HttpContext context, string id, string? told, LendingRequestView view) => view.ShowAsync(context, id, new LendingShown(Told: told)))
            .AuditedAs(AuditAction.LookedAtLending, "id");
        pages.MapPost("/staff/lending/{id}", ActAsync).AuditedAs(AuditAction.ActedOnLending, "id");

        // The address a form posts to: a person who returns to it by going back sees the request.
        pages.MapMethods("/staff/lending/{id}/file", PageRoutes.Reading, (string id) => PageRoutes.Then(LendingLinks.Request(id)));
        pages.MapPost("/staff/lending/{id}/file", FileAsync).AuditedAs(AuditAction.ActedOnLending, "id")
            .WithFormOptions(multipartBodyLengthLimit: PartnerEndpoints.LargestRequestBytes)
            .WithMetadata(new RequestSizeLimitAttribute(PartnerEndpoints.LargestRequestBytes));
    }

    private static async Task<IResult> ActAsync(HttpContext context, string id, LendingActions actions, LendingRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var shown = new LendingShown(Action: form["action"] ?? string.Empty, Form: form);
        return await AnswerAsync(
            context, id, view, shown,
            () => actions.ActAsync(context.Patron().Id, id, shown.Action!, form.Terms, () => Task.FromResult(form.Read(Read)), cancellation));
    }

    private static async Task<IResult> FileAsync(
        HttpContext context, string id, LendingActions actions, LendingRequestView view, CancellationToken cancellation) =>
        await AnswerAsync(
            context,
            id,
            view,
            new LendingShown(Action: "file"),
            async () => await actions.SupplyScanAsync(
                context.Patron().Id, id, await TermsAsync(context, cancellation), () => FileOfAsync(context, cancellation), cancellation));

    private static async Task<IResult> AnswerAsync(
        HttpContext context, string id, LendingRequestView view, LendingShown shown, Func<Task<Outcome<LendingRequest>>> act)
    {
        try
        {
            return await view.AfterAsync(context, id, await act(), shown);
        }
        catch (BadInputException bad) when (bad.Errors is not null)
        {
            return await view.ShowAsync(context, id, shown with { Wrong = Faults.Whole(bad, Whole), Status = bad.Status });
        }
    }

    private static async Task<OrderTerms> TermsAsync(HttpContext context, CancellationToken cancellation) => CallTerms.Of(
        await PageForm.FieldAsync(context, CallTerms.SeenField, cancellation), await PageForm.FieldAsync(context, CallTerms.OrderField, cancellation));

    private static async Task<(Stream Content, string? Type)> FileOfAsync(HttpContext context, CancellationToken cancellation)
    {
        var file = await PageForm.FileAsync(context, "file", cancellation);
        if (file is null or { Length: 0 })
        {
            throw BadInputException.Field("file", "empty-file", "The file is empty.");
        }

        // A program means the file to be a scan; a person may have picked the wrong file.
        return await TypeOfAsync(file, cancellation) is { } type
            ? (file.OpenReadStream(), type)
            : throw BadInputException.Field("file", "not-a-scan", "A scan is a PDF, a TIFF, a JPEG or a PNG.");
    }

    private static async Task<string?> TypeOfAsync(IFormFile file, CancellationToken cancellation)
    {
        var head = new byte[8];
        await using var content = file.OpenReadStream();
        return ScanIds.TypeOf(head.AsSpan(0, await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation)));
    }

    /// <summary>This form takes charges in the Library's own currency; other API clients may use any.</summary>
    private static LendingActionForm Read(PageForm form, Fields faults)
    {
        var (kind, accepts) = BorrowerSaidWords.Read(form, faults);
        return new LendingActionForm
        {
            Barcode = form["barcode"],
            DueOn = form.Date("dueOn", faults),
            Compliance = form["compliance"],
            Note = form["note"] ?? form["text"],
            Number = form.Number("number", faults),
            Answer = form["answer"] is { Length: > 0 } answer ? answer : null,
            Unfilled = form.Choice<UnfilledReason>("unfilled", faults),
            Retry = form.Choice<RetryReason>("retry", faults),
            After = form.Date("retryAfter", faults),
            Conditions = form.Choices<LoanCondition>("conditions", faults) is { Count: > 0 } conditions ? conditions : null,
            Cost = form.Amount("cost", faults) is { } cost ? new MoneyForm("HKD", cost) : null,
            Kind = kind,
            Accepts = accepts,
        };
    }

    /// <summary>The field of the form to which an error belongs.</summary>
    private static string Whole(string field) => field.Split('.')[0] switch
    {
        "after" => "retryAfter",
        "note" => "text",
        var whole => whole,
    };
}
