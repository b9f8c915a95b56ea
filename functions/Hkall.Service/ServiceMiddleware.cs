using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service;

/// <summary>What every HTTP request passes on its way to its route and back.</summary>
internal static class ServiceMiddleware
{
    /// <summary>Sets the header when the answer starts: the exception middleware discards headers set earlier.</summary>
    public static Task NameTheRequestAsync(HttpContext context, RequestDelegate next, IReadOnlyList<IWebFeature> features)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[ServiceRegistration.RequestIdHeader] = context.TraceIdentifier;
            AnswerHeaders.Set(context);
            foreach (var feature in features)
            {
                feature.SetHeaders(context);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Whoever looks at dates sees those of the calendar as it was some seconds ago at most. If it cannot be read, the last one counts.</summary>
    public static async Task KnowTheCalendarAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata is { } marks && marks.GetMetadata<IAllowAnonymous>() is null)
        {
            try
            {
                await context.RequestServices.GetRequiredService<RuleBooks>().CurrentAsync(context.RequestAborted);
            }
            catch (StorageUnavailableException)
            {
                // The calendar as it was last read is in force.
            }
        }

        await next(context);
    }

    /// <summary>Routing answers 404 and 405 with an empty body; here every error becomes a problem document.</summary>
    public static async Task AnswerEmptyErrorsAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, ContentType: null, ContentLength: null or 0 } response && response.StatusCode is 404 or 405 or 415)
        {
            var (status, code, why) = context.Response.StatusCode switch
            {
                405 => (405, "method-not-allowed", "This method is not taken here."),
                415 => (415, "unsupported-media-type", "This content type is not taken here."),
                _ => (404, "not-found", "There is no such thing here."),
            };
            await Problems.Of(status, code, why).ExecuteAsync(context);
        }
    }
}
