using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>The addresses of the pages.</summary>
public static class PageLinks
{
    public static string SignIn(string returnUrl) => $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string Request(string id) => $"/requests/{id}";

    /// <summary>
    /// Returns the address where it lies within the service, else the first page, because an address from a form or a link must
    /// not lead to another site. A browser takes <c>//</c> and <c>/\</c> as the start of another host. It is escaped, so that a header can carry it.
    /// </summary>
    public static string Within(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= LongestReturn && !address.Any(char.IsControl)
            ? LocalAddress.Escaped(address)
            : "/";

    /// <summary>The request as the address of a page. For a post, the last part of the address is removed.</summary>
    public static string Page(HttpRequest request) =>
        Within(request.PathBase + request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString.Value : null));

    /// <summary>A longer address is not one of ours; an OpenURL with every field full is shorter.</summary>
    private const int LongestReturn = 4000;
}
