using Hkall.Service.Texts;

namespace Hkall.Service.Locating;

/// <summary>Where a copy stands, or the address at which it can be read, as a catalogue says.</summary>
/// <param name="CallNumber">Null if the catalogue names none.</param>
/// <param name="Location">The name of the place, for people; null if the catalogue names none.</param>
/// <param name="Address">Of an electronic copy; null for one on a shelf.</param>
public sealed record ShelfMark(string? CallNumber, string? Location, Uri? Address)
{
    public static readonly ShelfMark Unknown = new(null, null, null);

    private const int LongestText = 200;
    private const int LongestAddress = 2_000;

    public static ShelfMark Of(string? callNumber, IEnumerable<string> places) =>
        new(Short(callNumber), Short(string.Join(", ", places.Where(place => place.Length > 0).Distinct(StringComparer.Ordinal))), null);

    /// <summary>An address that cannot be shown as a link is none.</summary>
    public static ShelfMark Online(string? address) =>
        address is { Length: > 0 and <= LongestAddress } && VisibleText.Of(address) == address
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0
            ? new(null, null, uri)
            : Unknown;

    private static string? Short(string? text) => text?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestText)] : null;
}
