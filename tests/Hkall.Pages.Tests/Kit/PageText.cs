using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A page as one reads it, from its elements alone: what a style would hide or fold away counts only where the page itself says so.</summary>
internal static partial class PageText
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "header", "hr", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    private static readonly HashSet<string> Unread = ["script", "style", "template", "title", "desc", "select", "textarea"];

    /// <summary>Line by line, without what is folded away.</summary>
    public static string Read(IElement element)
    {
        var text = new StringBuilder();
        Append(text, element);
        return string.Join('\n', text.ToString().Split('\n').Select(Plain).Where(line => line.Length > 0));
    }

    /// <summary>The words of a button, a link or a label, on one line.</summary>
    public static string Words(IElement element) => element.GetAttribute("aria-label") ?? Plain(element.TextContent);

    public static bool IsSeen(IElement element)
    {
        for (var (inner, outer) = ((IElement?)null, (IElement?)element); outer is not null; (inner, outer) = (outer, outer.ParentElement))
        {
            if (outer.HasAttribute("hidden") || (inner is not null && IsFolded(outer, inner)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first summary stays when the details are folded.</summary>
    private static bool IsFolded(IElement outer, IElement inner) =>
        outer is IHtmlDetailsElement { IsOpen: false } && inner != outer.QuerySelector(":scope > summary");

    public static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static void Append(StringBuilder text, IElement element)
    {
        var block = Blocks.Contains(element.LocalName);
        text.Append(block ? "\n" : "");
        foreach (var node in element.ChildNodes)
        {
            if (node is IText words)
            {
                text.Append(Spaces().Replace(words.Data, " "));
            }
            else if (node is IElement child && !child.HasAttribute("hidden") && !Unread.Contains(child.LocalName) && !IsFolded(element, child))
            {
                Append(text, child);
            }
        }

        text.Append(block ? "\n" : "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
