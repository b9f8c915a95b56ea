using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Renewing;
using Hkall.Service.Circulation;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <param name="Renewal"><c>asked</c>: the lending library decides.</param>
public sealed record RenewalAnswer(string Renewal);

public sealed record CostDecisionForm
{
    public required bool Accept { get; init; }

    /// <summary>The charge shown to the patron (<c>cost.amount</c>). If it has changed since, the patron is asked again.</summary>
    public MoneyForm? Amount { get; init; }
}

public sealed record OfficeForm
{
    public required string Office { get; init; }
}

/// <summary>The patron's decisions during a request: renew, accept a charge, sign the declaration, have the item brought to the office.</summary>
public static class ActingEndpoints
{
    public static void MapActing(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("/api/requests/{id}").RequireAuthorization(SignIn.PatronPolicy);
        mine.MapPost("renew", RenewAsync).Produces<RenewalAnswer>().ProducesProblem(404).ProducesProblem(409)
            .WithName("RenewLoan").WithSummary("Asks the lending library for a renewal.");
        mine.MapPost("cost-decision", DecideAsync).Accepts<CostDecisionForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409)
            .WithName("DecideCost").WithSummary("Accepts or declines a charge.");
        mine.MapPost("declaration", DeclareAsync).Accepts<DeclarationForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("SignDeclaration").WithSummary("Signs the copyright declaration.");
        mine.MapPost("office-delivery", OfficeAsync).Accepts<OfficeForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("OfficeDelivery").WithSummary("Has the item brought to an office; for members of staff.");
    }

    private static async Task<IResult> RenewAsync(HttpContext context, string id, MyRequestsService mine, PatronStandings standings, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        var patron = context.Patron();
        if (await mine.FindAsync(patron, id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var blocked = (await standings.OfAsync(patron, cancellation)).Blocks is [var block, ..] ? block : null;
        return await desk.HandleAsync(id, new RenewLoan(blocked), By.Patron, cancellation) switch
        {
            Done<PatronRequest> or NoChange<PatronRequest> => Results.Json(new RenewalAnswer("asked"), Answers.Options),
            var other => Answers.Of(context, desk, other),
        };
    }

    private static Task<IResult> DecideAsync(HttpContext context, string id, MyRequestsService mine, PatronRequestProcessor desk, CancellationToken cancellation) =>
        ActAsync(
            context,
            id,
            async () =>
            {
                var form = await StrictJson.ReadAsync<CostDecisionForm>(context.Request, cancellation);
                var fields = new Fields();
                form.Amount?.Check(fields, "amount");
                fields.ThrowIfAny();
                return new DecideCost(form.Accept, form.Amount?.ToMoney());
            },
            mine,
            desk,
            cancellation);

    private static async Task<IResult> DeclareAsync(HttpContext context, string id, MyRequestsService mine, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        if (await mine.FindAsync(context.Patron(), id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var form = await StrictJson.ReadAsync<DeclarationForm>(context.Request, cancellation);
        var fields = new Fields();
        form.Check(fields, within: null);
        fields.ThrowIfAny();
        form.ThrowIfUnsigned(within: null);
        return await Answers.WithTimelineAsync(context, desk, mine, await SignAsync(desk, id, form, cancellation), cancellation);
    }

    /// <summary>Signs the declaration. The signature is stored only if the declaration is signed by it.</summary>
    internal static Task<Outcome<PatronRequest>> SignAsync(
        PatronRequestProcessor desk, string id, DeclarationForm form, CancellationToken cancellation) => desk.HandleAsync(
        id,
        new SignDeclaration(form.ToDeclaration(desk.Book.Calendar.DateOf(desk.Now)), form.SignedBy),
        By.Patron,
        cancellation,
        alongside: (request, commit) => Signature.Of(form.SignedBy, request.Declaration?.TextVersion, request.PatronId, id, desk.Now, commit));

    private static Task<IResult> OfficeAsync(HttpContext context, string id, MyRequestsService mine, PatronRequestProcessor desk, CancellationToken cancellation) =>
        ActAsync(
            context,
            id,
            async () =>
            {
                var form = await StrictJson.ReadAsync<OfficeForm>(context.Request, cancellation);
                var fields = new Fields();
                var office = fields.Text("office", form.Office, Limits.Identifier);
                if (office is null)
                {
                    fields.Fault("office", "missing-member", "The name of the office.");
                }

                fields.ThrowIfAny();
                return new ChooseOffice(office!);
            },
            mine,
            desk,
            cancellation);

    /// <summary>Acts on the patron's own request. Another patron's request does not exist for them, so the form is read only after that check.</summary>
    private static async Task<IResult> ActAsync(
        HttpContext context, string id, Func<Task<RequestCommand>> order, MyRequestsService mine, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        if (await mine.FindAsync(context.Patron(), id, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var outcome = await desk.HandleAsync(id, await order(), By.Patron, cancellation);
        return await Answers.WithTimelineAsync(context, desk, mine, outcome, cancellation);
    }
}
