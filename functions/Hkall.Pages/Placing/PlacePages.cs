using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Placing;

/// <summary>From a citation to a request: the services and their dates side by side, then the form of the chosen one.</summary>
internal static class PlacePages
{
    public static void MapPlacePages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/place", PageRoutes.Reading, OptionsAsync).RequireRateLimiting(PersonLimits.Searching);
        pages.MapMethods(
            "/place/loan", PageRoutes.Reading, (HttpContext context, CitationReading reading, PatronRequestProcessor processor) =>
                FormAsync(context, reading, processor, ServiceType.Loan));
        pages.MapMethods(
            "/place/copy", PageRoutes.Reading, (HttpContext context, CitationReading reading, PatronRequestProcessor processor) =>
                FormAsync(context, reading, processor, ServiceType.Copy));
        pages.MapMethods(
            "/place/help", PageRoutes.Reading, (HttpContext context, PatronRequestProcessor processor) => Help(context, processor, PageForm.Query(context)));
        pages.MapPost("/place/loan", (HttpContext context, OrderService orders) => orders.PlaceAsync(context, ServiceType.Loan, help: false))
            .RequireRateLimiting(PersonLimits.Searching);
        pages.MapPost("/place/copy", (HttpContext context, OrderService orders) => orders.PlaceAsync(context, ServiceType.Copy, help: false))
            .RequireRateLimiting(PersonLimits.Searching);
        pages.MapPost("/place/help", (HttpContext context, OrderService orders) => orders.PlaceAsync(context, null, help: true))
            .RequireRateLimiting(PersonLimits.Searching);
    }

    private static async Task<IResult> OptionsAsync(
        HttpContext context, Options options, CitationReading reading, PatronRequestProcessor processor, CancellationToken cancellation)
    {
        var citation = await reading.CompletedAsync(CitationOf(context), cancellation);
        var fields = new Fields();
        var item = citation.Item.Check(fields, citation.Service, prefix: string.Empty);
        var complete = !fields.HasFaults && !item.IsIncomplete;
        return PageRoutes.Page<PlacePage>(new Dictionary<string, object?>
        {
            ["Citation"] = citation,
            ["Wrong"] = context.Request.QueryString.HasValue ? Faults.Of(fields, item.Wrong) : null,
            ["Options"] = complete ? await options.ForAsync(context.Patron(), item.Item, processor.Now, processor.Book, cancellation) : null,
        });
    }

    private static async Task<IResult> FormAsync(HttpContext context, CitationReading reading, PatronRequestProcessor processor, ServiceType service) =>
        PageRoutes.Page<OrderPage>(new Dictionary<string, object?>
        {
            ["Service"] = service,
            ["Form"] = new PageForm(
                [
                    .. ItemFormFields.Of((await reading.CompletedAsync(CitationOf(context), context.RequestAborted)).Item),
                    .. context.Request.Query.Where(pair => pair.Key == "freeCopy"),
                ]),
            ["Policy"] = processor.Book.Policy,
            ["Today"] = processor.Book.Calendar.DateOf(processor.Now),
            ["Key"] = OrderService.NewKey(),
        });

    private static IResult Help(HttpContext context, PatronRequestProcessor processor, PageForm form) =>
        PageRoutes.Page<HelpPage>(new Dictionary<string, object?>
        {
            ["Form"] = form,
            ["Policy"] = processor.Book.Policy,
            ["Today"] = processor.Book.Calendar.DateOf(processor.Now),
            ["Key"] = OrderService.NewKey(),
        });

    private static Citation CitationOf(HttpContext context) =>
        OpenUrl.Read(context.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty))));
}
