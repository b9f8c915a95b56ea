using System.Security.Claims;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>The person who opened a page, and the language they read it in.</summary>
public sealed class Visit
{
    public const string LanguageCookie = "hkall-language";

    private Visit(HttpContext context)
    {
        Patron = context.User.Identity is { IsAuthenticated: true } && PersonClaim.Subject.In(context.User) is not null ? context.Patron() : null;
        Roles = Patron is null ? new HashSet<StaffRole>() : context.StaffRoles();
        Language = LanguageOf(context);
        Here = context.Request.Path + context.Request.QueryString;
    }

    /// <summary>The signed-in person; null for a visitor who has not signed in.</summary>
    public Patron? Patron { get; }

    public NoticeLanguage Language { get; }

    /// <summary>The page's own address within the service, for a return to it.</summary>
    public string Here { get; }

    /// <summary>Which pages of staff the person may open.</summary>
    public IReadOnlySet<StaffRole> Roles { get; }

    public bool IsStaff => Patron is { IsStaff: true };

    public static Visit Of(HttpContext context)
    {
        // Signing in or out changes the user while the request is being served.
        if (context.Items[typeof(Visit)] is (Visit visit, ClaimsPrincipal user) && ReferenceEquals(user, context.User))
        {
            return visit;
        }

        visit = new Visit(context);
        context.Items[typeof(Visit)] = (visit, context.User);
        return visit;
    }

    public string Say(string english) => Language.Say(english);

    public string Say(Text text) => Language.Say(text);

    /// <summary>The language chosen on the page, else that of the person's account, else that of the browser.</summary>
    private static NoticeLanguage LanguageOf(HttpContext context)
    {
        if (context.Request.Cookies[LanguageCookie] is { Length: > 0 and < 20 } chosen)
        {
            return NoticeLanguages.Of(chosen);
        }

        if (PersonClaim.Locale.Of(context.User) is { } locale)
        {
            return NoticeLanguages.Of(locale);
        }

        return NoticeLanguages.Preferred(context.Request.Headers.AcceptLanguage) ?? NoticeLanguage.English;
    }
}
