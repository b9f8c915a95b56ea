namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Texts from other systems, of any length.</summary>
internal static class Texts
{
    /// <summary>The beginning of the text, never cut within a character.</summary>
    public static string? Cut(string? text, int most) => text is not null && text.Length > most
        ? text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]
        : text;
}
