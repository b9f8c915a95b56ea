using Hkall.Domain.Escalating;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <summary>The body of <c>offer-decision</c>.</summary>
public sealed record OfferDecisionForm
{
    public required bool Accept { get; init; }

    /// <summary>The chosen alternative; may be absent if only one is offered.</summary>
    public Alternative? Way { get; init; }

    /// <summary>With <c>copy</c>: the chapter the patron needs, if the request does not name it.</summary>
    public string? ChapterTitle { get; init; }

    /// <summary>With <c>copy</c>: the pages of the chapter.</summary>
    public string? Pages { get; init; }

    /// <summary>With <c>copy</c>: the declaration, if the patron signs it at once.</summary>
    public DeclarationForm? Declaration { get; init; }

    /// <exception cref="BadInputException">A member is invalid, or the answer names none of several alternatives.</exception>
    public OfferAnswer Check(Offer? offer, DateOnly today)
    {
        var fields = new Fields();
        var part = new Part(fields.Text("chapterTitle", ChapterTitle, Limits.Title), fields.Text("pages", Pages, Limits.Short));
        Declaration?.Check(fields, "declaration");
        if (Accept && Way is null && offer is { Ways.Count: > 1 })
        {
            fields.Fault("way", "missing-member", $"One of {string.Join(", ", offer.Ways.Select(offered => Domain.Names.Of(offered.Way)))}.");
        }

        fields.ThrowIfAny();
        var chosen = Accept ? Way ?? offer?.Ways[0].Way : null;
        if (chosen == Hkall.Domain.Escalating.Alternative.Copy)
        {
            Declaration?.ThrowIfUnsigned("declaration");
        }

        return new OfferAnswer(chosen, part, Declaration?.ToDeclaration(today), Declaration?.SignedBy);
    }
}

/// <summary>The patron's decision when no library is left to ask.</summary>
public static class OfferEndpoints
{
    public static void MapOffers(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/requests/{id}/offer-decision", DecideAsync).RequireAuthorization(SignIn.PatronPolicy)
            .Accepts<OfferDecisionForm>("application/json").Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("DecideOffer").WithSummary("Chooses one of the ways offered when nobody is left to ask, or none of them.");

    private static async Task<IResult> DecideAsync(
        HttpContext context, string id, MyRequestsService mine, OfferService offers, PatronRequestProcessor desk, CancellationToken cancellation)
    {
        var patron = context.Patron();
        if (await mine.FindAsync(patron, id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var form = await StrictJson.ReadAsync<OfferDecisionForm>(context.Request, cancellation);
        return await offers.DecideAsync(patron, stored, form.Check(stored.Request.Offer, desk.Book.Calendar.DateOf(desk.Now)), cancellation) switch
        {
            OfferOutcome.Decided(var outcome) => await Answers.WithTimelineAsync(context, desk, mine, outcome, cancellation),
            OfferOutcome.NotPlaced(Placement.TurnedDown(var refusal, var why)) => Problems.Of(refusal, why),
            OfferOutcome.NotPlaced(Placement.KeyReused) => Problems.Of(Hkall.Domain.Refusal.TooLate, "Another part has been requested in its place already."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
