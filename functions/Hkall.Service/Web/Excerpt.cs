using System.Diagnostics.CodeAnalysis;
using Hkall.Service.Texts;

namespace Hkall.Service.Web;

/// <summary>The beginning of a text that others wrote, of any length.</summary>
internal static class Excerpt
{
    /// <param name="most">The most characters kept; one fewer where the cut would fall within a character.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text, int most) => text is not null && text.Length > most
        ? text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]
        : text;

    /// <summary>The same on one line and without invisible characters, for a note or a log: nothing in it can look like a line of its own.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? OfLine(string? text, int most) =>
        text is null ? null : Of(new string([.. VisibleText.Of(text).Select(c => char.IsControl(c) ? ' ' : c)]).Trim(), most);
}
