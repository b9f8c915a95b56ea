using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Web;

public static class ResultExtensions
{
    /// <summary>The same result with a <c>Location</c> header.</summary>
    public static IResult WithLocation(this IResult result, string location) => new Located(result, location);

    private sealed class Located(IResult inner, string location) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.Headers.Location = LocalAddress.Escaped(location);
            return inner.ExecuteAsync(context);
        }
    }
}
