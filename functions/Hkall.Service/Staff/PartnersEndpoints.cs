using Hkall.Service.Auditing;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The directory of partner libraries, maintained by staff.</summary>
public static class PartnersEndpoints
{
    public static void MapPartnerDirectory(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("partners", AllAsync).AuditedAs(AuditAction.Listed, about: "partners")
            .Produces<Page<PartnerView>>().WithName("PartnerLibraries").WithSummary("The partner libraries.");
        staff.MapGet("partners/{symbol}", GetAsync).AuditedAs(AuditAction.Listed, "symbol")
            .Produces<PartnerView>().ProducesProblem(404).WithName("PartnerLibrary").WithSummary("One partner library.");
        staff.MapPut("partners/{symbol}", PutAsync).AuditedAs(AuditAction.ChangedDirectory, "symbol").Accepts<PartnerForm>("application/json")
            .Produces<PartnerView>().Produces<ProposalView>(202).ProducesProblem(400)
            .WithName("PutPartnerLibrary").WithSummary("Adds or changes a partner library; also how its key is replaced.").NeedsFreshSignIn();
    }

    private static async Task<IResult> AllAsync(PartnerDirectory directory, PolicyInForce policy, CancellationToken cancellation)
    {
        var known = await directory.KnownAsync(cancellation);
        var all = known.Partners;
        return Results.Json(
            new Page<PartnerView>(
                [
                    .. all.Values.OrderBy(partner => partner.Tier).ThenBy(partner => partner.Symbol, StringComparer.Ordinal)
                        .Select(partner => PartnerView.Of(partner, known.FiguresOf(partner.Symbol), policy)),
                ],
                null),
            PagedJson.Options);
    }

    private static async Task<IResult> GetAsync(string symbol, PartnerDirectory directory, PolicyInForce policy, CancellationToken cancellation) =>
        await directory.KnownAsync(cancellation) is var known && known.Partners.TryGetValue(symbol, out var partner)
            ? Results.Json(PartnerView.Of(partner, known.FiguresOf(symbol), policy), PagedJson.Options)
            : Problems.NotFound();

    private static async Task<IResult> PutAsync(
        HttpContext context, string symbol, PartnerDirectory directory, PartnerCounts counts, OutwardReach reach, Proposals proposals,
        CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<PartnerForm>(context.Request, cancellation);
        var before = await directory.FindAsync(symbol, cancellation);
        var partner = form.Check(symbol, before, reach);
        if (await proposals.ForPartnerAsync(context.Patron().Id, before, partner, cancellation) is { } proposal)
        {
            return ProposalAnswers.Waiting(context, proposal);
        }

        await Audited.RecordFirstAsync(context, PartnerChanges.Of(before, partner), cancellation);
        await directory.PutAsync([partner], cancellation);

        // Whoever saves an entry has looked at it: a library that took nothing is asked again.
        await counts.ReachedAsync(symbol, cancellation);
        return Results.Json(PartnerView.Of(partner), PagedJson.Options);
    }
}
