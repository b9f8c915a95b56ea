using System.Text.RegularExpressions;
using Hkall.Service.Partners;

namespace Hkall.Service.Downloads.Fetching;

/// <summary>The addresses from which a scan may be fetched: over https from anywhere in the open network, or from where the partner's own system is known to be.</summary>
public static partial class ScanAddress
{
    /// <summary>Longer than any link to a file; it is kept in the history.</summary>
    public const int Longest = 2_000;

    /// <returns>Why it is none of them; null where it is one.</returns>
    public static string? Fault(string address, Partner partner, out Uri? uri) =>
        !Uri.TryCreate(address, UriKind.Absolute, out uri) || address.Length > Longest ? "It is no web address."
        : uri.Scheme != Uri.UriSchemeHttps && !IsItsOwn(uri, partner) ? "It is not an https address."
        : uri.UserInfo.Length > 0 ? "It has a name or password in it."
        : null;

    /// <summary>The partner's own server. On the bench that is this machine, and only there may it be.</summary>
    public static bool IsItsOwn(Uri address, Partner partner) =>
        partner.Endpoint is { } endpoint && endpoint.Scheme == address.Scheme && endpoint.Authority == address.Authority;

    /// <summary>The first web address in a text that people, or systems without a place for it, write it into.</summary>
    public static string? In(string? text) =>
        text is not null && Address().Match(text) is { Success: true } found ? found.Value.TrimEnd('.', ',', ';', ':', ')', '>', '"', '\'') : null;

    [GeneratedRegex("https?://[^\\s<>\"]{1,2000}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
