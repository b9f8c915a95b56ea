using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Pages.Print;

/// <summary>Texts of others on a paper of a fixed size.</summary>
internal static class PrintedText
{
    /// <summary>A longer title is cut: staff find the book on the shelf by its call number.</summary>
    private const int Longest = 240;

    public static string Of(string text) => VisibleText.Of(text.Length <= Longest ? text : Excerpt.Of(text, Longest) + "…");
}
