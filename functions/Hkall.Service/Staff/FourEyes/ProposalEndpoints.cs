using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff.FourEyes;

/// <summary>A proposal as staff see it: without secrets.</summary>
public sealed record ProposalView(
    string Id, ProposalKind Kind, ProposalState State, string By, DateTimeOffset At, DateTimeOffset OpenUntil, string? DecidedBy, DateTimeOffset? DecidedAt,
    string? Symbol, string? RequestId, int? Fee, MoneyForm? Amount, string? Reason, IReadOnlyList<AuditChange> Changes)
{
    public static ProposalView Of(Proposal proposal, DateTimeOffset now) => new(
        proposal.Id,
        proposal.Kind,
        proposal.State == ProposalState.Open && !proposal.IsOpen(now) ? ProposalState.Over : proposal.State,
        proposal.By,
        proposal.At,
        proposal.OpenUntil,
        proposal.DecidedBy,
        proposal.DecidedAt,
        proposal.Symbol,
        proposal.Waiver?.RequestId,
        proposal.Waiver?.Fee,
        proposal.Waiver is { Amount: var amount } ? new MoneyForm(amount.Currency, amount.Amount) : null,
        proposal.Waiver?.Reason is { Length: > 0 } reason ? reason : null,
        proposal.Changes);
}

/// <summary>The answer to a change that waits for a second person.</summary>
public static class ProposalAnswers
{
    /// <summary>202: it was taken, and has no effect yet.</summary>
    public static IResult Waiting(HttpContext context, Proposal proposal)
    {
        AuditNotes.In(context).Step = "propose";
        return Results.Json(ProposalView.Of(proposal, proposal.At), PagedJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    /// <summary>Records the decision before the change is made, with the patron and what it changes.</summary>
    public static Task RecordAsync(HttpContext context, Proposal proposal, CancellationToken cancellation)
    {
        AuditNotes.In(context).Patron = proposal.Waiver?.PatronId;
        return Audited.RecordFirstAsync(context, proposal.Changes, cancellation);
    }
}

/// <summary>Changes that need a second member of staff, as calls of the API.</summary>
public static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("proposals", ListAsync).AuditedAs(AuditAction.LookedAtProposals).Produces<Page<ProposalView>>()
            .WithName("Proposals").WithSummary("Changes that need a second member of staff: those that wait, and what became of others; the newest first.");
        staff.MapPost("proposals/{id}/approve", (HttpContext context, string id, Proposals proposals, CancellationToken cancellation) =>
            DecideAsync(context, id, approve: true, proposals, cancellation))
            .AuditedAs(AuditAction.DecidedProposal, "id").Produces<ProposalView>().ProducesProblem(404).ProducesProblem(409)
            .WithName("ApproveProposal").WithSummary("Approves a change that another member of staff proposed. It takes effect at once.").NeedsFreshSignIn();
        staff.MapPost("proposals/{id}/reject", (HttpContext context, string id, Proposals proposals, CancellationToken cancellation) =>
            DecideAsync(context, id, approve: false, proposals, cancellation))
            .AuditedAs(AuditAction.DecidedProposal, "id").Produces<ProposalView>().ProducesProblem(404).ProducesProblem(409)
            .WithName("RejectProposal").WithSummary("Rejects a change that another member of staff proposed.").NeedsFreshSignIn();
    }

    private static async Task<IResult> ListAsync(Proposals proposals, CancellationToken cancellation) => Results.Json(
        new Page<ProposalView>([.. (await proposals.AllAsync(cancellation)).Select(proposal => ProposalView.Of(proposal, proposals.Now))], null),
        PagedJson.Options);

    private static async Task<IResult> DecideAsync(
        HttpContext context, string id, bool approve, Proposals proposals, CancellationToken cancellation)
    {
        AuditNotes.In(context).Step = approve ? "approve" : "reject";
        return await proposals.DecideAsync(
            context.Patron().Id, id, approve, proposal => ProposalAnswers.RecordAsync(context, proposal, cancellation), cancellation) switch
        {
            ProposalOutcome.Decided(var proposal) => Results.Json(ProposalView.Of(proposal, proposals.Now), PagedJson.Options),
            ProposalOutcome.Refused(var refusal, var why) => Problems.Of(refusal, why),
            ProposalOutcome.NoSuchProposal => Problems.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
