using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The changes that wait for a second member of staff.</summary>
internal static class ProposalPages
{
    private const string Address = "/staff/proposals";

    public static void MapProposalPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            Address, PageRoutes.Reading,
            (HttpContext context, string? told, Proposals proposals, CancellationToken cancellation) =>
            ShowAsync(context, told, refused: null, proposals, cancellation)).AuditedAs(AuditAction.LookedAtProposals);
        pages.MapMethods($"{Address}/{{id}}", PageRoutes.Reading, () => PageRoutes.Then(Address));
        pages.MapPost($"{Address}/{{id}}", DecideAsync).AuditedAs(AuditAction.DecidedProposal, "id").NeedsFreshSession();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, string? told, ProposalOutcome.Refused? refused, Proposals proposals, CancellationToken cancellation)
    {
        var say = Visit.Of(context);
        return PageRoutes.Page<ProposalsPage>(
            new Dictionary<string, object?>
            {
                ["Proposals"] = (await proposals.AllAsync(cancellation)).Select(proposal => ProposalView.Of(proposal, proposals.Now)).ToList(),
                ["Self"] = context.Patron().Id,
                ["Told"] = told switch
                {
                    "approve" => say.Say("Approved. It has taken effect."),
                    "reject" => say.Say("Rejected. Nothing was changed."),
                    _ => null,
                },
                ["Refused"] = refused,
            },
            refused is { } no ? Problems.StatusOf(no.Refusal) : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DecideAsync(HttpContext context, string id, Proposals proposals, CancellationToken cancellation)
    {
        var action = (await PageForm.ReadAsync(context, cancellation))["action"];
        if (action is not ("approve" or "reject"))
        {
            return Problems.NotFound();
        }

        return await proposals.DecideAsync(
            context.Patron().Id, id, action == "approve", proposal => ProposalAnswers.RecordAsync(context, proposal, cancellation), cancellation) switch
        {
            ProposalOutcome.Decided => PageRoutes.Then(Address, action),
            ProposalOutcome.Refused refused => await ShowAsync(context, null, refused, proposals, cancellation),
            ProposalOutcome.NoSuchProposal => Problems.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
