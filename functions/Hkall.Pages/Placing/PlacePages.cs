using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Engine;
using Hkall.Service.FreeCopies;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Reports;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Placing;

/// <summary>From a citation to a request: the services and their dates side by side, then the form of the chosen one.</summary>
internal static class PlacePages
{
    /// <summary>Leads to the free copy of the citation in its query.</summary>
    public const string FreeCopyAddress = "/place/free-copy";

    public static void MapPlacePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/place", PageRoutes.Reading, OptionsAsync).RequireRateLimiting(PersonLimits.Searching);
        pages.MapMethods(
            "/place/loan", PageRoutes.Reading,
            (HttpContext context, CitationReading reading, PatronRequestProcessor processor, PatronStandings standings, CancellationToken cancellation) =>
                FormAsync(context, reading, processor, standings, ServiceType.Loan, cancellation));
        pages.MapMethods(
            "/place/copy", PageRoutes.Reading,
            (HttpContext context, CitationReading reading, PatronRequestProcessor processor, PatronStandings standings, CancellationToken cancellation) =>
                FormAsync(context, reading, processor, standings, ServiceType.Copy, cancellation));
        pages.MapMethods(FreeCopyAddress, PageRoutes.Reading, ToFreeCopyAsync).RequireRateLimiting(PersonLimits.Searching);
        pages.MapMethods("/place/help", PageRoutes.Reading, HelpAsync);
        pages.MapPost("/place/loan", (HttpContext context, OrderService orders) => orders.PlaceAsync(context, ServiceType.Loan, help: false))
            .RequireRateLimiting(PersonLimits.Searching);
        pages.MapPost("/place/copy", (HttpContext context, OrderService orders) => orders.PlaceAsync(context, ServiceType.Copy, help: false))
            .RequireRateLimiting(PersonLimits.Searching);
        pages.MapPost("/place/help", (HttpContext context, OrderService orders) => orders.PlaceAsync(context, null, help: true))
            .RequireRateLimiting(PersonLimits.Searching);
    }

    private static async Task<IResult> OptionsAsync(
        HttpContext context, Options options, CitationReading reading, PatronRequestProcessor processor, PatronStandings standings, LibraryNames libraries,
        CancellationToken cancellation)
    {
        var citation = await reading.CompletedAsync(CitationOf(context), cancellation);
        var query = PageForm.Query(context);
        var fields = new Fields();
        var item = citation.Item.Check(fields, citation.Service, prefix: string.Empty);
        var complete = !fields.HasFaults && !item.IsIncomplete;

        // A year that nobody can read is no reason to show nothing; but it is not dropped without a word either.
        var unreadYear = citation.Item.Year is null ? query["date"] ?? query["year"] : null;
        if (unreadYear is not null && query.Has("typed"))
        {
            item.Wrong.Fault("year", "wrong-type", "A year such as 1998.");
            complete = false;
        }

        return PageRoutes.Page<PlacePage>(new Dictionary<string, object?>
        {
            ["Citation"] = citation,
            ["Kind"] = CitationKinds.Of(citation.Item, query["genre"]),
            ["Wrong"] = query.Fields.Any(field => field.Key is not "genre") ? Faults.Of(fields, item.Wrong) : null,
            ["UnreadYear"] = unreadYear,
            ["Options"] = complete ? await options.ForAsync(context.Patron(), item.Item, processor.Now, processor.Book, cancellation) : null,
            ["Me"] = await MeEndpoint.OfAsync(context, standings, processor, cancellation),
            ["Key"] = OrderService.NewKey(),
            ["Libraries"] = await libraries.InAsync(Visit.Of(context).Language, cancellation),
        });
    }

    /// <summary>
    /// Counts that a free copy is opened, and leads there. The address is looked up again, which the sources' cache answers: an address in the query
    /// would let anybody send our patrons anywhere in our name. A browser that only fetches ahead opens nothing.
    /// </summary>
    private static async Task<IResult> ToFreeCopyAsync(
        HttpContext context, CitationReading reading, FreeCopyFinder copies, OpenedFreeCopies opened, CancellationToken cancellation)
    {
        var citation = await reading.CompletedAsync(CitationOf(context), cancellation);
        var item = citation.Item.Check(new Fields(), citation.Service, prefix: string.Empty);
        if (await copies.FindAsync(item.Item, cancellation) is not { } copy)
        {
            return PageRoutes.Then($"/place?{CitationQuery.Of(citation)}");
        }

        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase))
        {
            await opened.CountAsync(citation.Service, cancellation);
        }

        return Results.Redirect(copy.Address);
    }

    private static async Task<IResult> FormAsync(
        HttpContext context, CitationReading reading, PatronRequestProcessor processor, PatronStandings standings, ServiceType service,
        CancellationToken cancellation) =>
        PageRoutes.Page<OrderPage>(new Dictionary<string, object?>
        {
            ["Service"] = service,
            ["Form"] = new PageForm(
                [
                    .. ItemFormFields.Of((await reading.CompletedAsync(CitationOf(context), cancellation)).Item),
                    .. context.Request.Query.Where(pair => pair.Key == "freeCopy"),
                ]),
            ["Policy"] = processor.Book.Policy,
            ["Today"] = processor.Book.Calendar.DateOf(processor.Now),
            ["Me"] = await MeEndpoint.OfAsync(context, standings, processor, cancellation),
            ["Key"] = OrderService.NewKey(),
        });

    /// <summary>The form starts with what the link told, under the names of its fields.</summary>
    private static async Task<IResult> HelpAsync(
        HttpContext context, PatronRequestProcessor processor, PatronStandings standings, CancellationToken cancellation)
    {
        var citation = CitationOf(context);
        var service = KeyValuePair.Create("service", new Microsoft.Extensions.Primitives.StringValues(Names.Of(citation.Service)));
        return PageRoutes.Page<HelpPage>(new Dictionary<string, object?>
        {
            ["Form"] = new PageForm([service, .. ItemFormFields.Of(citation.Item)]),
            ["Policy"] = processor.Book.Policy,
            ["Today"] = processor.Book.Calendar.DateOf(processor.Now),
            ["Me"] = await MeEndpoint.OfAsync(context, standings, processor, cancellation),
            ["Key"] = OrderService.NewKey(),
        });
    }

    private static Citation CitationOf(HttpContext context) =>
        OpenUrl.Read(context.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty))));
}
