using System.Globalization;
using Hkall.Domain.Lending;
using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Print;

/// <summary>The printed papers of lending: the pull slip for the shelf and the book, and the label of the parcel. One page each.</summary>
internal static class LendingPaper
{
    /// <summary>Allows only the page itself and its own style, since titles and names come from other systems.</summary>
    internal const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The papers as calls of the API, for staff programs.</summary>
    public static void MapLendingPaper(this IEndpointRouteBuilder routes)
    {
        var lending = routes.MapGroup("/api/staff/lending").RequireAuthorization(SignIn.StaffPolicy).NeedsRole(StaffRole.Lending);
        Printing(lending.MapGet("{id}/slip", OneAsync<PullSlips>), "LendingSlip", "The pull slip, to print.", "id");
        Printing(lending.MapGet("{id}/label", OneAsync<AddressLabels>), "LendingLabel", "The address label, to print.", "id");
        Printing(lending.MapGet("{id}/letters/{number}", LetterAsync), "LendingLetter", "A letter that is told by hand, to print.", "id");
        Printing(lending.MapGet("slips", SlipsAsync), "LendingSlips", "Several pull slips, one page each; ids with commas between.");
        Printing(lending.MapGet("labels", LabelsAsync), "LendingLabels", "Several address labels, one page each.");

        static void Printing(RouteHandlerBuilder route, string name, string summary, string? from = null) =>
            route.AuditedAs(AuditAction.Printed, from, about: "lending")
                .Produces<string>(200, "text/html").ProducesProblem(400).ProducesProblem(404).WithName(name).WithSummary(summary);
    }

    public static Task<IResult> SlipsAsync(string? ids, OpenLendings lendings, CancellationToken cancellation) =>
        SomeAsync<PullSlips>(ids, lendings, cancellation);

    public static Task<IResult> LabelsAsync(string? ids, OpenLendings lendings, CancellationToken cancellation) =>
        SomeAsync<AddressLabels>(ids, lendings, cancellation);

    /// <summary>A letter that waits to be told by hand.</summary>
    public static async Task<IResult> LetterAsync(
        HttpContext context, string id, string number, RequestStore<LendingRequest, LendingEvent> store, PaperLetters letters, CancellationToken cancellation)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            || await LendingEndpoints.FindAsync(id, store, cancellation) is not { } stored
            || await letters.WriteAsync(stored.Request, which, cancellation) is not { } letter)
        {
            return Problems.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        return PageRoutes.Page<BorrowerLetterPaper>(new { Letter = letter });
    }

    private static async Task<IResult> OneAsync<TPaper>(string id, RequestStore<LendingRequest, LendingEvent> store, CancellationToken cancellation)
        where TPaper : IComponent =>
        await LendingEndpoints.FindAsync(id, store, cancellation) is { } stored ? new Printed<TPaper>([stored.Request]) : Problems.NotFound();

    private static async Task<IResult> SomeAsync<TPaper>(string? ids, OpenLendings lendings, CancellationToken cancellation)
        where TPaper : IComponent =>
        await Paper.OfAsync(ids, lendings, cancellation) is { } requests ? new Printed<TPaper>(requests) : Problems.NotFound();

    private sealed class Printed<TPaper>(IReadOnlyList<LendingRequest> requests) : IResult
        where TPaper : IComponent
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentSecurityPolicy = Policy;
            return PageRoutes.Page<TPaper>(new { Requests = requests }).ExecuteAsync(httpContext);
        }
    }
}
