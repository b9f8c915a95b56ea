using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Pages.Kit;

/// <summary>Addresses of the pages.</summary>
public static class PageLinks
{
    public static string SignIn(string returnUrl) => $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static string Request(string id) => $"/requests/{id}";

    /// <summary>
    /// The address when it lies within the service, else the first page: an address that comes with a form or a link must
    /// not lead elsewhere. A browser takes <c>//</c> and <c>/\</c> as the beginning of another host.
    /// </summary>
    public static string Within(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= LongestReturn && !address.Any(char.IsControl) ? address : "/";

    /// <summary>As the address of a page: what a form posts to is left by its last part.</summary>
    public static string Page(HttpRequest request) => Within(request.PathBase + request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString.Value : null));

    /// <summary>Longer ones are no address of ours; an OpenURL with every field full is below it.</summary>
    private const int LongestReturn = 4000;
}
