using System.Text.RegularExpressions;
using Hkall.Service.Partners;

namespace Hkall.Service.Downloads.Fetching;

/// <summary>
/// The addresses from which the service fetches a scan: any public address over https at its usual port, or the known address of the
/// partner's own system.
/// </summary>
public static partial class ScanAddress
{
    /// <summary>The most characters of an address, longer than any link to a file; the history stores it.</summary>
    public const int Longest = 2_000;

    /// <returns>Why the address is not allowed; null if it is.</returns>
    public static string? Fault(string address, Partner partner, out Uri? uri) =>
        !Uri.TryCreate(address, UriKind.Absolute, out uri) || address.Length > Longest ? "It is no web address."
        : uri.Scheme != Uri.UriSchemeHttps && !IsItsOwn(uri, partner) ? "It is not an https address."
        : uri.UserInfo.Length > 0 ? "It has a name or password in it."
        : !uri.IsDefaultPort && !IsItsOwn(uri, partner) ? "It is not at the usual port of https."
        : null;

    /// <summary>Whether the address is the partner's own server. On the bench that is this machine, which is allowed only there.</summary>
    public static bool IsItsOwn(Uri address, Partner partner) =>
        partner.Endpoint is { } endpoint && endpoint.Scheme == address.Scheme && endpoint.Authority == address.Authority;

    /// <summary>The first web address in free text, where people write it, and systems without a field for it.</summary>
    public static string? In(string? text) =>
        text is not null && Address().Match(text) is { Success: true } found ? found.Value.TrimEnd('.', ',', ';', ':', ')', '>', '"', '\'') : null;

    [GeneratedRegex("https?://[^\\s<>\"]{1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
