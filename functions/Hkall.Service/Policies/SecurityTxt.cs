using System.Globalization;
using System.Text;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Policies;

/// <summary>Where to report a weakness, in the form that researchers and their tools look for (RFC 9116).</summary>
public static class SecurityTxt
{
    public const string Path = "/.well-known/security.txt";

    /// <summary>The document counts from the clock, so that it never expires unnoticed. The RFC recommends less than a year.</summary>
    private const int ValidDays = 180;

    public static void MapSecurityTxt(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, ["GET", "HEAD"], Show).AllowAnonymous().ExcludeFromDescription();

    /// <summary>The document; null where the library names no contact, without which there is none.</summary>
    public static string? Of(OwnLibrary own, Uri canonical, DateTimeOffset now)
    {
        if (Contact(own) is not { } contact)
        {
            return null;
        }

        var expires = new DateTimeOffset(now.UtcDateTime.Date.AddDays(ValidDays), TimeSpan.Zero);
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"Contact: {contact.AbsoluteUri}\n")
            .Append(CultureInfo.InvariantCulture, $"Expires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\n")
            .Append("Preferred-Languages: en, zh\n");
        if (own.SecurityPolicy is { } policy)
        {
            text.Append(CultureInfo.InvariantCulture, $"Policy: {policy.AbsoluteUri}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"Canonical: {canonical.AbsoluteUri}\n").ToString();
    }

    private static Uri? Contact(OwnLibrary own) => own.SecurityContact ?? (own.Email is { Length: > 0 } email ? new Uri($"mailto:{email}") : null);

    private static IResult Show([FromServices] OwnLibrary own, [FromServices] PublicAddress address, [FromServices] TimeProvider clock) =>
        Of(own, address.Page(Path), clock.GetUtcNow()) is { } text ? Results.Text(text, "text/plain", Encoding.UTF8) : Problems.NotFound();
}
