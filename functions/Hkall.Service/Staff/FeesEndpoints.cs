using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.MyRequests;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The answer to a waiver that waits for a second member of staff.</summary>
/// <param name="Code"><c>second-person-needed</c>.</param>
public sealed record WaitingView(string Code);

/// <summary>What a patron owes and why; staff record that a fee was paid, or waive it.</summary>
public static class FeesEndpoints
{
    public static void MapMyFees(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me/fees", MineAsync).RequireAuthorization(SignIn.PatronPolicy).Produces<FeesView>()
            .WithName("MyFees").WithSummary("What the patron owes, and every entry with its request and reason.");

    /// <param name="staff">The group of the lending desk's calls.</param>
    public static void MapPatronFees(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("patrons/{patronId}/fees", OfPatronAsync).AuditedAs(AuditAction.LookedAtFees, "patronId").Produces<FeesView>().ProducesProblem(404)
            .WithName("PatronFees").WithSummary("A patron's ledger.");
        staff.MapPost("patrons/{patronId}/fees/{feeId}/settle", (
            HttpContext context,
            string patronId,
            string feeId,
            StaffActions actions,
            PatronRequestProcessor processor,
            FeeService fees,
            CancellationToken cancellation) =>
                ActAsync(context, patronId, feeId, FeeCommands.Settle, actions, processor, fees, cancellation))
            .AuditedAs(AuditAction.ChangedFee, "patronId")
            .Accepts<FeeForm>("application/json").Produces<FeesView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(428)
            .WithName("SettleFee").WithSummary("Writes down that a fee was paid, in whole or in part.").NeedsFreshSignIn();
        staff.MapPost("patrons/{patronId}/fees/{feeId}/waive", (
            HttpContext context,
            string patronId,
            string feeId,
            StaffActions actions,
            PatronRequestProcessor processor,
            FeeService fees,
            CancellationToken cancellation) =>
                ActAsync(context, patronId, feeId, FeeCommands.Waive, actions, processor, fees, cancellation))
            .AuditedAs(AuditAction.ChangedFee, "patronId")
            .Accepts<FeeForm>("application/json").Produces<FeesView>().Produces<WaitingView>(202)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(428)
            .WithName("WaiveFee").WithSummary("Does without a fee, or a part of it.").NeedsFreshSignIn();
    }

    private static async Task<IResult> MineAsync(HttpContext context, FeeService fees, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Results.Json(await fees.OfAsync(context.Patron().Id, cancellation) ?? FeeService.Nothing(processor.Book), PagedJson.Options);

    private static async Task<IResult> OfPatronAsync(string patronId, FeeService fees, CancellationToken cancellation) =>
        Patron.IsKey(patronId) && await fees.OfAsync(patronId, cancellation) is { } view ? Results.Json(view, PagedJson.Options) : Problems.NotFound();

    private static async Task<IResult> ActAsync(
        HttpContext context,
        string patronId,
        string feeId,
        string action,
        StaffActions actions,
        PatronRequestProcessor processor,
        FeeService fees,
        CancellationToken cancellation)
    {
        if (!Patron.IsKey(patronId) || FeeService.Read(feeId) is not var (requestId, number))
        {
            return Problems.NotFound();
        }

        var notes = AuditNotes.In(context);
        (notes.Of, notes.Patron, notes.Step) = (requestId, patronId, action);
        var outcome = await actions.FeeAsync(
            context.Patron().Id,
            patronId,
            requestId,
            number,
            action,
            CallTerms.Of(context.Request),
            _ => StrictJson.ReadAsync<FeeForm>(context.Request, cancellation),
            cancellation);
        if (outcome is CommandRefused<PatronRequest> { Refusal: Refusal.SecondPersonNeeded } waiting)
        {
            // It was taken, and has no effect yet.
            notes.Step = "propose";
            return Results.Json(new WaitingView(Names.Of(waiting.Refusal)), PagedJson.Options, statusCode: StatusCodes.Status202Accepted);
        }

        return outcome is Done<PatronRequest>
            ? Results.Json(await fees.OfAsync(patronId, cancellation), PagedJson.Options)
            : Answers.Of(context, processor, outcome);
    }
}
