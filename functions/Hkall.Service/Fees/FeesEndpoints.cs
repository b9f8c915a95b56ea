using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Fees;

/// <summary>The body of settling or waiving a fee.</summary>
public sealed record FeeForm
{
    /// <summary>The amount, for a part of the fee; if left out, all that is owed.</summary>
    public MoneyForm? Amount { get; init; }

    /// <summary>How the patron paid, or why the Library waives the fee. The patron reads it.</summary>
    public required string Reason { get; init; }
}

/// <summary>What a patron owes and why; staff record that a fee was paid, or waive it.</summary>
public static class FeesEndpoints
{
    public static void MapMyFees(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me/fees", MineAsync).RequireAuthorization(SignIn.PatronPolicy).Produces<FeesView>()
            .WithName("MyFees").WithSummary("What the patron owes, and every entry with its request and reason.");

    /// <param name="staff">The group of the lending desk's calls.</param>
    public static void MapPatronFees(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("patrons/{patronId}/fees", OfPatronAsync).Produces<FeesView>().ProducesProblem(404)
            .WithName("PatronFees").WithSummary("A patron's ledger.");
        staff.MapPost("patrons/{patronId}/fees/{feeId}/settle", (
            HttpContext context,
            string patronId,
            string feeId,
            RequestStore<PatronRequest, RequestEvent> store,
            PatronRequestProcessor desk,
            FeeService fees,
            CancellationToken cancellation) =>
                ActAsync(context, patronId, feeId, "settle", store, desk, fees, cancellation))
            .Accepts<FeeForm>("application/json").Produces<FeesView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("SettleFee").WithSummary("Writes down that a fee was paid, in whole or in part.");
        staff.MapPost("patrons/{patronId}/fees/{feeId}/waive", (
            HttpContext context,
            string patronId,
            string feeId,
            RequestStore<PatronRequest, RequestEvent> store,
            PatronRequestProcessor desk,
            FeeService fees,
            CancellationToken cancellation) =>
                ActAsync(context, patronId, feeId, "waive", store, desk, fees, cancellation))
            .Accepts<FeeForm>("application/json").Produces<FeesView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("WaiveFee").WithSummary("Does without a fee, or a part of it.");
    }

    private static async Task<IResult> MineAsync(HttpContext context, FeeService fees, PatronRequestProcessor desk, CancellationToken cancellation) =>
        Results.Json(await fees.OfAsync(context.Patron().Id, cancellation) ?? FeeService.Nothing(desk.Book), Answers.Options);

    private static async Task<IResult> OfPatronAsync(string patronId, FeeService fees, CancellationToken cancellation) =>
        Patron.IsKey(patronId) && await fees.OfAsync(patronId, cancellation) is { } view ? Results.Json(view, Answers.Options) : Problems.NotFound();

    /// <summary>Reads the form only if the fee exists: otherwise the answer is 404, whatever the form says.</summary>
    private static async Task<IResult> ActAsync(
        HttpContext context,
        string patronId,
        string feeId,
        string action,
        RequestStore<PatronRequest, RequestEvent> store,
        PatronRequestProcessor desk,
        FeeService fees,
        CancellationToken cancellation)
    {
        if (!Patron.IsKey(patronId) || FeeService.Read(feeId) is not var (requestId, number) || await store.ReadAsync(patronId, requestId, cancellation) is null)
        {
            return Problems.NotFound();
        }

        var order = OrderOf(action, number, await StrictJson.ReadAsync<FeeForm>(context.Request, cancellation));
        return await desk.HandleAsync(requestId, order, By.Staff(context.Patron().Id), cancellation) switch
        {
            Done<PatronRequest> => Results.Json(await fees.OfAsync(patronId, cancellation), Answers.Options),
            var other => Answers.Of(context, desk, other),
        };
    }

    /// <param name="action"><c>settle</c> or <c>waive</c>.</param>
    /// <exception cref="BadInputException">The amount is invalid, or there is no reason.</exception>
    internal static RequestCommand OrderOf(string action, int fee, FeeForm form)
    {
        var fields = new Fields();
        form.Amount?.Check(fields, "amount");
        if (fields.Text("reason", form.Reason, Limits.Reason) is null)
        {
            fields.Fault("reason", "missing-member", "A reason, which the patron can read.");
        }

        fields.ThrowIfAny();
        var (amount, reason) = (form.Amount?.ToMoney(), form.Reason.Trim());
        return action == "waive" ? new WaiveFee(fee, amount, reason) : new SettleFee(fee, amount, reason);
    }
}
