using System.Text.RegularExpressions;

namespace Hkall.Pages.Placing;

/// <summary>Whether a title is one of a work in several volumes, so that its form asks for the volume.</summary>
internal static partial class Volumes
{
    public static bool MayBeSeveral(string? title) => title is not null && Several().IsMatch(title);

    [GeneratedRegex(
        @"[上中下全二兩三四五六七八九十0-9]\s*[冊册卷輯辑]|\b(?:vols?|volumes?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Several();
}
