using Hkall.Functions.Upkeep;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>
/// The HTTP triggers, one for each kind of caller, so that Azure's own metrics separate them. All of them lead to the one
/// pipeline, which has the routes, the sign-in and the errors; the triggers have none of these.
/// </summary>
/// <remarks>
/// The host takes the first trigger whose route fits, in the order of their names, and not the one that fits best
/// (https://github.com/Azure/azure-functions-host/issues/3153). So no two routes may fit one address: the wide ones leave out what the others have.
/// </remarks>
public sealed class FrontDoor(ServicePipeline desk, UpkeepOnUse upkeep)
{
    public const string PatronsRoute = "api/{*path:regex(^(?!(?:staff|partners)(?:/|$)|iso18626/?$))}";
    public const string StaffRoute = "api/staff/{*path}";
    public const string PartnersRoute = "api/partners/{*path}";
    public const string Iso18626Route = "api/iso18626";
    public const string PagesRoute = "{*path:regex(^(?!api/))}";

    /// <summary>The first page: a constraint of a catch-all does not fit an empty path.</summary>
    public const string HomeRoute = "{nothing:maxlength(0)?}";

    [Function(nameof(Patrons))]
    public Task<IResult> Patrons(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = PatronsRoute)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ServeAsync(request, client);

    [Function(nameof(Staff))]
    public Task<IResult> Staff([HttpTrigger(AuthorizationLevel.Anonymous, Route = StaffRoute)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ServeAsync(request, client);

    [Function(nameof(Partners))]
    public Task<IResult> Partners(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = PartnersRoute)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ServeAsync(request, client);

    /// <summary>A trigger has only one route, and libraries use two.</summary>
    [Function(nameof(PartnersIso18626))]
    public Task<IResult> PartnersIso18626(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Iso18626Route)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ServeAsync(request, client);

    [Function(nameof(Pages))]
    public Task<IResult> Pages([HttpTrigger(AuthorizationLevel.Anonymous, Route = PagesRoute)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ServeAsync(request, client);

    [Function(nameof(Home))]
    public Task<IResult> Home([HttpTrigger(AuthorizationLevel.Anonymous, Route = HomeRoute)] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        ServeAsync(request, client);

    private Task<IResult> ServeAsync(HttpRequest request, DurableTaskClient client)
    {
        upkeep.Note(client);
        return desk.ServeAsync(request.HttpContext);
    }
}
