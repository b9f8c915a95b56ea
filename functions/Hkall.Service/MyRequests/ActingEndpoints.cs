using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <param name="Renewal"><c>asked</c>: the lending library decides.</param>
public sealed record RenewalAnswer(string Renewal);

/// <summary>The patron's actions during a request, as API calls. <see cref="PatronActions"/> carries them out.</summary>
public static class ActingEndpoints
{
    public static void MapActing(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("/api/requests/{id}").RequireAuthorization(SignIn.PatronPolicy);
        mine.MapPost("cancel", CancelAsync).RequireRateLimiting(PersonLimits.Cancelling).ProducesProblem(429)
            .Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("CancelRequest").WithSummary("Cancels it, or asks the supplying library to.");
        mine.MapPost("unwanted", DeclareUnwantedAsync).RequireRateLimiting(PersonLimits.Cancelling).ProducesProblem(429)
            .Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("DeclareUnwanted").WithSummary("Says, until check-out, that an item sent or here is no longer wanted: it goes back at once.");
        mine.MapPost("renew", RenewAsync).RequireCors(PortalAccess.RenewalPolicy)
            .Produces<RenewalAnswer>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("RenewLoan").WithSummary("Asks the lending library for a renewal.");
        mine.MapPost("cost-decision", DecideCostAsync).Accepts<CostDecisionForm>("application/json")
            .Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("DecideCost").WithSummary("Accepts or declines a charge.");
        mine.MapPost("declaration", SignDeclarationAsync).Accepts<DeclarationForm>("application/json")
            .Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("SignDeclaration").WithSummary("Signs the copyright declaration.");
        mine.MapPost("office-delivery", ChooseOfficeAsync).Accepts<OfficeForm>("application/json")
            .Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("OfficeDelivery").WithSummary("Has the item brought to an office; for members of staff.");
        mine.MapPost("offer-decision", DecideOfferAsync).Accepts<OfferDecisionForm>("application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("DecideOffer").WithSummary("Chooses one of the ways offered when nobody is left to ask, or none of them.");
        mine.MapPost("messages", WriteAsync).RequireRateLimiting(PersonLimits.Searching).ProducesProblem(429).Accepts<OwnMessageForm>("application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("WriteAboutRequest").WithSummary("Writes to Library staff about the request; their answer comes by mail and stands with the request.");
        mine.MapPost("report-scan", ReportScanAsync).Accepts<ReportScanForm>("application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(410)
            .WithName("ReportScan").WithSummary("Reports a wrong, unreadable or incomplete scan: it is supplied again, with all its downloads.");
    }

    private static async Task<IResult> CancelAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(context, await actions.CancelAsync(context.Patron(), id, CallTerms.Of(context.Request), cancellation), cancellation);

    private static async Task<IResult> DeclareUnwantedAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(context, await actions.DeclareUnwantedAsync(context.Patron(), id, CallTerms.Of(context.Request), cancellation), cancellation);

    private static async Task<IResult> RenewAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await actions.RenewAsync(context.Patron(), id, CallTerms.Of(context.Request), cancellation) switch
        {
            Done<PatronRequest> or NoChange<PatronRequest> => Results.Json(new RenewalAnswer("asked"), PagedJson.Options),
            var other => await answers.OfAsync(context, other, cancellation),
        };

    private static async Task<IResult> DecideCostAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(
            context, await actions.DecideCostAsync(context.Patron(), id, CallTerms.Of(context.Request), Read<CostDecisionForm>(context), cancellation),
            cancellation);

    private static async Task<IResult> SignDeclarationAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(
            context, await actions.SignDeclarationAsync(context.Patron(), id, CallTerms.Of(context.Request), Read<DeclarationForm>(context), cancellation),
            cancellation);

    private static async Task<IResult> ChooseOfficeAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(
            context, await actions.ChooseOfficeAsync(context.Patron(), id, CallTerms.Of(context.Request), Read<OfficeForm>(context), cancellation),
            cancellation);

    private static async Task<IResult> DecideOfferAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(
            context, await actions.DecideOfferAsync(context.Patron(), id, CallTerms.Of(context.Request), Read<OfferDecisionForm>(context), cancellation),
            cancellation);

    private static async Task<IResult> ReportScanAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(
            context, await actions.ReportScanAsync(context.Patron(), id, CallTerms.Of(context.Request), Read<ReportScanForm>(context), cancellation),
            cancellation);

    private static async Task<IResult> WriteAsync(
        HttpContext context, string id, PatronActions actions, PatronAnswers answers, CancellationToken cancellation) =>
        await answers.OfAsync(
            context, await actions.WriteAsync(context.Patron(), id, CallTerms.Of(context.Request), Read<OwnMessageForm>(context), cancellation),
            cancellation);

    private static Func<Task<T>> Read<T>(HttpContext context) => () => StrictJson.ReadAsync<T>(context.Request, context.RequestAborted);
}
