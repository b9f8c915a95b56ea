using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Pages.Kit;

/// <summary>Errors as pages, for whoever reads pages.</summary>
internal static class ErrorPages
{
    /// <summary>On a page, and wherever a browser strays that looks for one. Programs that talk to the API get problem documents.</summary>
    public static bool AreWanted(HttpContext context)
    {
        // Whatever handles exceptions has taken the endpoint off the context and put it here.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint?.Metadata.GetMetadata<PageMark>() is not null
            || (endpoint is null && !context.Request.Path.StartsWithSegments("/api") && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true));
    }

    public static IResult Of(int status, string code, string? detail, IReadOnlyDictionary<string, string[]>? errors) =>
        PageRoutes.Page<ErrorPage>(new Dictionary<string, object?> { ["Status"] = status, ["Code"] = code, ["Detail"] = detail, ["Errors"] = errors }, status);
}
