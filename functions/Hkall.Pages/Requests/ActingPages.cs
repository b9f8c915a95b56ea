using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Requests;

/// <summary>The forms with which a patron acts on a request. <see cref="PatronActions"/> carries them out, as for the API.</summary>
internal static class ActingPages
{
    public static void MapActingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/requests/renew-all", PageRoutes.Reading, () => PageRoutes.Then("/requests"));
        pages.MapPost("/requests/renew-all", RenewAllAsync).RequireRateLimiting(PersonLimits.Searching);

        // The address a form posts to: a person who returns to it by going back, or from the sign-in, sees the request.
        pages.MapMethods("/requests/{id}/{action}", PageRoutes.Reading, (string id) => PageRoutes.Then(PageLinks.Request(id)));
        pages.MapPost("/requests/{id}/cancel", CancelAsync).RequireRateLimiting(PersonLimits.Cancelling);
        pages.MapPost("/requests/{id}/unwanted", DeclareUnwantedAsync).RequireRateLimiting(PersonLimits.Cancelling);
        pages.MapPost("/requests/{id}/renew", RenewAsync);
        pages.MapPost("/requests/{id}/cost-decision", DecideCostAsync);
        pages.MapPost("/requests/{id}/declaration", SignDeclarationAsync);
        pages.MapPost("/requests/{id}/office-delivery", ChooseOfficeAsync);
        pages.MapPost("/requests/{id}/offer-decision", DecideOfferAsync);
        pages.MapPost("/requests/{id}/report-scan", ReportScanAsync);
        pages.MapPost("/requests/{id}/messages", WriteAsync).RequireRateLimiting(PersonLimits.Searching);
        pages.MapPost("/requests/{id}/download", DownloadAsync);
    }

    private static Task<IResult> CancelAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(context, id, view, "cancel", "cancelled", form => actions.CancelAsync(context.Patron(), id, form.Terms, cancellation), cancellation);

    private static Task<IResult> DeclareUnwantedAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "unwanted", "unwanted", form => actions.DeclareUnwantedAsync(context.Patron(), id, form.Terms, cancellation), cancellation);

    private static Task<IResult> RenewAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(context, id, view, "renew", "renewal-asked", form => actions.RenewAsync(context.Patron(), id, form.Terms, cancellation), cancellation);

    private static async Task<IResult> RenewAllAsync(HttpContext context, PatronActions actions, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var answers = await actions.RenewAllAsync(context.Patron(), cancellation);
        return PageRoutes.Then($"{RowBack.Address(form) ?? "/requests"}?{RenewedWords.Query(answers)}", RenewedWords.Told);
    }

    private static Task<IResult> DecideCostAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "cost-decision", "decided",
            form => actions.DecideCostAsync(context.Patron(), id, form.Terms, Read(form, CostDecisionOf), cancellation), cancellation);

    private static Task<IResult> ChooseOfficeAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "office-delivery", "office-chosen",
            form => actions.ChooseOfficeAsync(
                context.Patron(), id, form.Terms, Read(form, (fields, _) => new OfficeForm { Office = fields["office"] ?? string.Empty }), cancellation),
            cancellation);

    private static Task<IResult> DecideOfferAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "offer-decision", "decided",
            form => actions.DecideOfferAsync(context.Patron(), id, form.Terms, Read(form, OfferDecisionOf), cancellation), cancellation);

    private static Task<IResult> ReportScanAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "report-scan", "scan-reported",
            form => actions.ReportScanAsync(context.Patron(), id, form.Terms, Read(form, ScanReportOf), cancellation), cancellation);

    private static Task<IResult> WriteAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "messages", "written",
            form => actions.WriteAsync(
                context.Patron(), id, form.Terms, Read(form, (fields, _) => new OwnMessageForm { Message = fields["message"] ?? string.Empty }), cancellation),
            cancellation);

    /// <summary>Errors come back on the same form, with everything that was filled in.</summary>
    private static async Task<IResult> ActAsync(
        HttpContext context, string id, OwnRequestView view, string action, string told, Func<PageForm, Task<Outcome<PatronRequest>>> act,
        CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        try
        {
            return await view.AfterAsync(context, id, action, await act(form), told, form);
        }
        catch (BadInputException bad) when (bad.Errors is not null)
        {
            return await view.ShowAsync(context, id, form: form, wrong: bad);
        }
    }

    private static Task<IResult> SignDeclarationAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        ActAsync(
            context, id, view, "declaration", "declared",
            form => actions.SignDeclarationAsync(
                context.Patron(), id, form.Terms, Read(form, (fields, _) => DeclarationFields.Read(fields)), cancellation),
            cancellation);

    private static async Task<IResult> DownloadAsync(
        HttpContext context, string id, PatronActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        DownloadEndpoints.Answer(context, processor, await actions.DownloadAsync(context.Patron(), id, cancellation));

    /// <summary>The decision on the displayed price; if the price has changed since, the patron is asked again.</summary>
    private static CostDecisionForm CostDecisionOf(PageForm form, Fields faults) => new()
    {
        Accept = form.RequiredEither("accept", "yes", "no", faults),
        Amount = form.Money("amount", "currency", faults),
    };

    /// <summary>Which of the alternatives the patron chose, if any.</summary>
    private static OfferDecisionForm OfferDecisionOf(PageForm form, Fields faults)
    {
        var declined = form["way"] == "none";
        return new OfferDecisionForm
        {
            Accept = !declined,
            Way = declined ? null : form.Required<Alternative>("way", faults),
            ChapterTitle = form["chapterTitle"],
            Pages = form["pages"],
        };
    }

    private static ReportScanForm ScanReportOf(PageForm form, Fields faults) => new()
    {
        Fault = form.Required<ScanFault>("fault", faults),
        Scan = form.Number("scan", faults),
    };

    /// <summary>Reads the fields when the action asks for them.</summary>
    private static Func<Task<T>> Read<T>(PageForm form, Func<PageForm, Fields, T> read) => () => Task.FromResult(form.Read(read));
}
