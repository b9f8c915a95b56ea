using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
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
        // The address a form posts to: a person who returns to it by going back, or from the sign-in, sees the request.
        pages.MapMethods("/requests/{id}/{action}", PageRoutes.Reading, (string id) => PageRoutes.Then(PageLinks.Request(id)));
        pages.MapPost("/requests/{id}/cancel", CancelAsync);
        pages.MapPost("/requests/{id}/renew", RenewAsync);
        pages.MapPost("/requests/{id}/cost-decision", DecideCostAsync);
        pages.MapPost("/requests/{id}/declaration", SignDeclarationAsync);
        pages.MapPost("/requests/{id}/office-delivery", ChooseOfficeAsync);
        pages.MapPost("/requests/{id}/offer-decision", DecideOfferAsync);
        pages.MapPost("/requests/{id}/report-scan", ReportScanAsync);
        pages.MapPost("/requests/{id}/download", DownloadAsync);
    }

    private static async Task<IResult> CancelAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        await view.AfterAsync(context, id, await actions.CancelAsync(context.Patron(), id, cancellation), "cancelled");

    private static async Task<IResult> RenewAsync(HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        await view.AfterAsync(context, id, await actions.RenewAsync(context.Patron(), id, cancellation), "renewal-asked");

    private static async Task<IResult> DecideCostAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        await view.AfterAsync(context, id, await actions.DecideCostAsync(context.Patron(), id, Read(context, CostDecisionOf), cancellation), "decided");

    private static async Task<IResult> ChooseOfficeAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        await view.AfterAsync(
            context,
            id,
            await actions.ChooseOfficeAsync(
                context.Patron(), id, Read(context, (form, _) => new OfficeForm { Office = form["office"] ?? string.Empty }), cancellation),
            "office-chosen");

    private static async Task<IResult> DecideOfferAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        await view.AfterAsync(context, id, await actions.DecideOfferAsync(context.Patron(), id, Read(context, OfferDecisionOf), cancellation), "decided");

    private static async Task<IResult> ReportScanAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation) =>
        await view.AfterAsync(
            context,
            id,
            await actions.ReportScanAsync(
                context.Patron(), id, Read(context, (form, faults) => new ReportScanForm { Fault = form.Required<ScanFault>("fault", faults) }), cancellation),
            "scan-reported");

    /// <summary>Errors come back on the same form, with everything that was filled in.</summary>
    private static async Task<IResult> SignDeclarationAsync(
        HttpContext context, string id, PatronActions actions, OwnRequestView view, CancellationToken cancellation)
    {
        var sent = PageForm.Empty;
        try
        {
            var outcome =
                await actions.SignDeclarationAsync(context.Patron(), id, Read(context, (form, _) => DeclarationFields.Read(sent = form)), cancellation);
            return await view.AfterAsync(context, id, outcome, "declared", sent);
        }
        catch (BadInputException bad) when (bad.Errors is not null)
        {
            return await view.ShowAsync(context, id, form: sent, wrong: bad);
        }
    }

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

    /// <summary>Reads the submitted form when the action asks for it.</summary>
    private static Func<Task<T>> Read<T>(
        HttpContext context, Func<PageForm, Fields, T> read) => () => PageForm.ReadAsync(context, read, context.RequestAborted);
}
