using System.Globalization;
using System.Text;
using Hkall.Service.Auditing;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.PolicyVersions;

/// <summary>The versions of the policy, as calls of the API.</summary>
public static class PoliciesEndpoints
{
    /// <summary>A document full of quotation marks is twice as long in a body.</summary>
    private const int LargestBytes = 4 * PolicyTable.LongestText;

    public static void MapPolicies(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("policies", ListAsync).Produces<PolicyVersionsView>()
            .WithName("Policies").WithSummary("The versions of the policy, the newest first.");
        staff.MapGet("policies/{version}", GetAsync).Produces<PolicyView>().ProducesProblem(404)
            .WithName("Policy").WithSummary("A version with its document, what is wrong with it, and how it differs from the policy in force.");
        staff.MapGet("policies/{version}/document", ExportAsync).Produces<string>(200, "text/plain").ProducesProblem(404)
            .WithName("PolicyDocument").WithSummary("The document of a version as a file.");
        staff.MapPost("policies/check", CheckAsync).Accepts<PolicyText>("application/json").Produces<PolicyCheckView>().ProducesProblem(400)
            .WithName("CheckPolicy").WithSummary("What is wrong with a document, and how it differs from the policy in force. Nothing is kept.");
        staff.MapPost("policies", DraftAsync).AuditedAs(AuditAction.ChangedPolicy, about: "policies")
            .Accepts<PolicyDraftForm>("application/json").Produces<PolicyView>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(412)
            .WithName("DraftPolicy").WithSummary("Keeps a document as a draft, with or without faults.");
        staff.MapPut("policies/{version}", ChangeAsync).AuditedAs(AuditAction.ChangedPolicy, "version")
            .Accepts<PolicyDraftForm>("application/json")
            .Produces<PolicyView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("ChangePolicyDraft").WithSummary("Replaces the document of a draft.");
        staff.MapDelete("policies/{version}", RemoveAsync).AuditedAs(AuditAction.ChangedPolicy, "version")
            .Produces<PolicyVersionsView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("RemovePolicyDraft").WithSummary("Removes a draft. What was in force is never removed.");
        staff.MapPost("policies/{version}/put-in-force", PutInForceAsync).AuditedAs(AuditAction.ChangedPolicy, "version")
            .Accepts<PolicyDateForm>("application/json")
            .Produces<PolicyView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("PutPolicyInForce").WithSummary("Puts a draft in force, at once or from a later day on.").NeedsFreshSignIn();
        staff.MapPost("policies/{version}/cancel", CancelAsync).AuditedAs(AuditAction.ChangedPolicy, "version")
            .Accepts<PolicySeenForm>("application/json")
            .Produces<PolicyView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("CancelPolicy").WithSummary("Takes back that a version will be in force: it is a draft again.");
        staff.MapPost("policies/{version}/again", AgainAsync).AuditedAs(AuditAction.ChangedPolicy, "version")
            .Accepts<PolicyAgainForm>("application/json")
            .Produces<PolicyView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422)
            .WithName("PutPolicyInForceAgain").WithSummary("Puts a version that was in force in force again, as a new version with the same document.")
            .NeedsFreshSignIn();
    }

    private static async Task<IResult> ListAsync(PolicyService policies, CancellationToken cancellation) =>
        Results.Json(await policies.AllAsync(cancellation), PagedJson.Options);

    private static async Task<IResult> GetAsync(int version, PolicyService policies, CancellationToken cancellation) =>
        await AnswerAsync(version, policies, cancellation);

    private static async Task<IResult> ExportAsync(int version, PolicyService policies, CancellationToken cancellation) =>
        await policies.TextAsync(version, cancellation) is { } text
            ? Results.File(
                Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"policy-{version}.json"))
            : Problems.NotFound();

    private static async Task<IResult> CheckAsync(HttpContext context, PolicyService policies, CancellationToken cancellation)
    {
        var form = await ReadAsync<PolicyText>(context, cancellation);
        return Results.Json(await policies.CheckAsync(form.Text, version: null, cancellation), PagedJson.Options);
    }

    private static async Task<IResult> DraftAsync(HttpContext context, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await ReadAsync<PolicyDraftForm>(context, cancellation);
        AuditNotes.In(context).Step = "draft";
        return await AnswerAsync(await changes.DraftAsync(context.Patron().Id, form, Record(context, cancellation), cancellation), policies, cancellation);
    }

    private static async Task<IResult> ChangeAsync(
        HttpContext context, int version, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await ReadAsync<PolicyDraftForm>(context, cancellation);
        AuditNotes.In(context).Step = "change";
        return await changes.ChangeAsync(version, form, Record(context, cancellation), cancellation)
            ? await AnswerAsync(version, policies, cancellation) : Problems.NotFound();
    }

    private static async Task<IResult> RemoveAsync(
        HttpContext context, int version, int seen, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        AuditNotes.In(context).Step = "remove";
        return await changes.RemoveAsync(version, seen, Record(context, cancellation), cancellation)
            ? Results.Json(await policies.AllAsync(cancellation), PagedJson.Options) : Problems.NotFound();
    }

    private static async Task<IResult> PutInForceAsync(
        HttpContext context, int version, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<PolicyDateForm>(context.Request, cancellation);
        AuditNotes.In(context).Step = "put-in-force";
        return await changes.PutInForceAsync(version, form, context.Patron().Id, Record(context, cancellation), cancellation)
            ? await AnswerAsync(version, policies, cancellation) : Problems.NotFound();
    }

    private static async Task<IResult> CancelAsync(
        HttpContext context, int version, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<PolicySeenForm>(context.Request, cancellation);
        AuditNotes.In(context).Step = "cancel";
        return await changes.CancelAsync(version, form.Seen, Record(context, cancellation), cancellation)
            ? await AnswerAsync(version, policies, cancellation) : Problems.NotFound();
    }

    private static async Task<IResult> AgainAsync(
        HttpContext context, int version, PolicyChanges changes, PolicyService policies, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<PolicyAgainForm>(context.Request, cancellation);
        AuditNotes.In(context).Step = "again";
        return await changes.AgainAsync(version, form, context.Patron().Id, Record(context, cancellation), cancellation) is { } number
            ? await AnswerAsync(number, policies, cancellation) : Problems.NotFound();
    }

    private static async Task<IResult> AnswerAsync(int version, PolicyService policies, CancellationToken cancellation) =>
        await policies.FindAsync(version, cancellation) is { } view ? Results.Json(view, PagedJson.Options) : Problems.NotFound();

    private static async Task<T> ReadAsync<T>(HttpContext context, CancellationToken cancellation) =>
        StrictJson.Read<T>(await StrictJson.BytesAsync(context.Request, LargestBytes, cancellation));

    private static Func<IReadOnlyList<AuditChange>, Task> Record(HttpContext context, CancellationToken cancellation) =>
        changes => Audited.RecordFirstAsync(context, changes, cancellation);
}
