using Hkall.Pages.Kit;

namespace Hkall.Pages.Requests;

/// <summary>The page to which an action in a row returns. The form carries a word for it, so that no address can be put in its place.</summary>
public static class RowBack
{
    public const string Field = "back";

    public const string List = "list";

    public const string Home = "home";

    /// <returns>The address; null where the form was on the request's own page.</returns>
    public static string? Address(PageForm form) => form[Field] switch
    {
        List => "/requests",
        Home => "/",
        _ => null,
    };
}
