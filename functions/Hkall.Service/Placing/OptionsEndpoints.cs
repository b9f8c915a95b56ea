using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Placing;

/// <summary>The calls before placing: the options for an item, and a form filled from a link.</summary>
public static class OptionsEndpoints
{
    public static void MapOptions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/options", OptionsAsync).RequireAuthorization(SignIn.PatronPolicy).RequireRateLimiting(PersonLimits.Searching)
            .Accepts<ItemForm>("application/json").Produces<OptionsView>().ProducesProblem(400).ProducesProblem(422).ProducesProblem(429)
            .WithName("Options").WithSummary("What this patron can have, from where, when, and why not.");
        routes.MapPost("/api/citations", CitationsAsync).RequireAuthorization(SignIn.PatronPolicy).RequireRateLimiting(PersonLimits.Searching)
            .Accepts<CitationsForm>("application/json").Produces<CitationsView>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(429)
            .WithName("Citations").WithSummary("What a pasted text cites: numbers, addresses, references, RIS or BibTeX, as read and as the sources know it.");
        routes.MapGet("/api/openurl", PrefillAsync).RequireAuthorization(SignIn.PatronPolicy)
            .Produces<Citation>().WithName("OpenUrl").WithSummary("An OpenURL (Z39.88-2004 or 0.1) as a prefilled item.");
    }

    private static async Task<IResult> OptionsAsync(HttpContext context, Options options, PatronRequestProcessor processor, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<ItemForm>(context.Request, cancellation);
        var fields = new Fields();

        // A loan needs the fewest fields: placing a copy checks whether there is enough for a copy.
        var item = form.Check(fields, ServiceType.Loan, prefix: string.Empty);
        fields.ThrowIfAny();
        item.ThrowIfIncomplete();
        return Results.Json(
            await options.ForAsync(context.Patron(), item.Item, processor.Now, processor.Book, cancellation),
            PagedJson.Options);
    }

    private static async Task<IResult> CitationsAsync(HttpContext context, CitationReading reading, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<CitationsForm>(context.Request, cancellation);
        var (items, left) = await reading.ReadAsync(form.Text, cancellation);
        return Results.Json(new CitationsView([.. items.Select(CitationReading.ViewOf)], left), PagedJson.Options);
    }

    private static async Task<IResult> PrefillAsync(HttpContext context, CitationReading reading, CancellationToken cancellation) => Results.Json(
        await reading.CompletedAsync(
            OpenUrl.Read(context.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty)))),
            cancellation),
        PagedJson.Options);
}
