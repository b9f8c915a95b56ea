using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>Shows errors as pages to people who use a browser.</summary>
internal sealed class ErrorPages : IErrorPages
{
    /// <summary>True for pages, and for any address at which a browser asks for a page. Programs that call the API get problem documents.</summary>
    public bool AreWanted(HttpContext context)
    {
        // The exception handler has moved the endpoint from the context to this feature.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return endpoint?.Metadata.GetMetadata<PageMark>() is not null
            || (endpoint is null && !context.Request.Path.StartsWithSegments("/api")
                && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true));
    }

    public IResult Of(int status, string code, Text? detail, IReadOnlyDictionary<string, Text[]>? errors) =>
        new Drawn(
            PageRoutes.Page<ErrorPage>(
                new Dictionary<string, object?> { ["Status"] = status, ["Code"] = code, ["Detail"] = detail, ["Errors"] = errors }, status),
            status,
            code);

    /// <summary>The page, or only its text where the page cannot be drawn because the keys of its forms cannot be read.</summary>
    private sealed class Drawn(IResult page, int status, string code) : IResult
    {
        public async Task ExecuteAsync(HttpContext context)
        {
            try
            {
                await page.ExecuteAsync(context);
            }
            catch (Exception failure) when (!context.Response.HasStarted && failure is not OperationCanceledException)
            {
                var language = Visit.Of(context).Language;
                var (title, what) = ErrorTexts.Of(status, code, language);
                var html = $"""<!DOCTYPE html><html lang="{language.Tag()}"><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="{PageFiles.Style}"><main><h1>{title}</h1><p>{what}</p></main></html>""";
                await Results.Content(html, "text/html; charset=utf-8", statusCode: status).ExecuteAsync(context);
            }
        }
    }
}
