using System.Globalization;
using System.Net.Sockets;
using Hkall.Pages.Kit;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Pages.SigningIn;

/// <summary>Sends a person to the campus provider, or says that it cannot be reached.</summary>
internal sealed partial class AtTheProvider(Func<HttpContext, Task> send) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await send(httpContext);
        }
        catch (Exception failure) when (!httpContext.Response.HasStarted && !httpContext.RequestAborted.IsCancellationRequested && !IsOurs(failure))
        {
            // Its description could not be read, or it did not take the request that was pushed to it. The next try asks it again.
            Away(httpContext.RequestServices.GetRequiredService<ILogger<AtTheProvider>>(), failure);
            await Unavailable().ExecuteAsync(httpContext);
        }
    }

    /// <summary>The page after a sign-in that did not succeed: the provider refused it, or could not be reached.</summary>
    public static IResult Answer(Exception? failure) => IsAway(failure)
        ? Unavailable()
        : new ErrorPages().Of(StatusCodes.Status400BadRequest, "sign-in-failed", null, null);

    private static RetryLater Unavailable() => new(new ErrorPages().Of(StatusCodes.Status503ServiceUnavailable, "sign-in-unavailable", null, null));

    private static bool IsOurs(Exception failure) => failure.GetBaseException() is StorageUnavailableException;

    private static bool IsAway(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException or SocketException or IOException or OperationCanceledException => true,
        _ => IsAway(failure.InnerException),
    };

    [LoggerMessage(3551, LogLevel.Warning, "The identity provider cannot be reached, or did not take the sign-in")]
    private static partial void Away(ILogger log, Exception failure);

    private sealed class RetryLater(IResult page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = Problems.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return page.ExecuteAsync(httpContext);
        }
    }
}
