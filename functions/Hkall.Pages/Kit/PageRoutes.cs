using Hkall.Service.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Kit;

/// <summary>Marks a route as a page, so that its errors are pages too.</summary>
internal sealed record PageMark;

/// <summary>Maps and shows pages.</summary>
public static class PageRoutes
{
    /// <summary>
    /// The methods that read a page. HEAD is included because link checkers in mail systems use it, and people do not open a link
    /// that is marked as broken.
    /// </summary>
    public static readonly IReadOnlyList<string> Reading = ["GET", "HEAD"];

    /// <summary>The id of a parked message is a hash; none is longer.</summary>
    private const int LongestId = 128;

    /// <summary>A group of pages. It accepts posts only from our own forms.</summary>
    /// <param name="policy">One of <see cref="SigningIn.PageSession"/>'s policies; null: the pages are public.</param>
    public static RouteGroupBuilder MapPageGroup(this IEndpointRouteBuilder routes, string? policy = null)
    {
        var group = routes.MapGroup(string.Empty).WithMetadata(new PageMark()).ExcludeFromDescription();
        group.AddEndpointFilter(OnlyWithAnIdAsync);
        group.AddEndpointFilter(OnlyFromOurFormsAsync);
        if (policy is null)
        {
            group.AllowAnonymous();
        }
        else
        {
            group.RequireAuthorization(policy);
        }

        return group;
    }

    /// <summary>A page as a response. All its data was read before, so it is drawn in one pass.</summary>
    /// <param name="parameters">The component's parameters, by name.</param>
    public static IResult Page<T>(object? parameters = null, int status = StatusCodes.Status200OK)
        where T : IComponent => new RazorComponentResult<T>(parameters ?? new { }) { StatusCode = status };

    /// <summary>Redirects after a post, so that going back or reloading does not repeat it.</summary>
    /// <param name="told">The code of the message on the next page that says what was done.</param>
    public static IResult Then(string address, string? told = null) =>
        new SeeOther(told is null ? address : $"{address}{(address.Contains('?') ? '&' : '?')}told={told}");

    /// <summary>What can be no id names nothing: it is not looked up, and no redirect repeats it.</summary>
    private static ValueTask<object?> OnlyWithAnIdAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        invocation.HttpContext.Request.RouteValues.TryGetValue("id", out var id) && !MayBeId(id as string)
            ? ValueTask.FromResult<object?>(Problems.NotFound())
            : next(invocation);

    /// <summary>Ids of requests of both directions, and those of parked messages, which are as plain.</summary>
    private static bool MayBeId(string? id) => id is { Length: > 0 and <= LongestId } && id.All(char.IsAsciiLetterOrDigit);

    private static async ValueTask<object?> OnlyFromOurFormsAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { MaxRequestBodySize: { } most } && context.Request.ContentLength > most)
        {
            // The form is too large to read, so its token cannot be checked.
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The form is too large.");
        }

        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        return await IsOursAsync(antiforgery, context)
            ? await next(invocation)
            : Problems.Of(
                StatusCodes.Status400BadRequest, "form-expired",
                "This form was not sent from a page of this session. Please go back, reload the page and try again.");
    }

    private static async Task<bool> IsOursAsync(IAntiforgery antiforgery, HttpContext context)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // The form cannot be read.
            return false;
        }
    }

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = LocalAddress.Escaped(address);
            return Task.CompletedTask;
        }
    }
}
