using System.Net;

namespace Hkall.Service.Outwards;

/// <summary>What is wrong with the address of another library's server.</summary>
public enum AddressFault
{
    /// <summary>No absolute https address.</summary>
    NotHttps,

    /// <summary>A name or password in it, which everybody who sees the directory would read.</summary>
    HasCredentials,

    /// <summary>An address, or a name, of a private network, of this machine or of the platform.</summary>
    NotPublic,
}

/// <summary>
/// Checks the address of another library's server before it is stored. A name is looked up only when it is called, and
/// <see cref="ForeignHttp"/> checks the address that it leads to then.
/// </summary>
public static class ForeignAddress
{
    /// <summary>Names that never lead to the public internet: RFC 6761, RFC 6762, RFC 8375, and those of cloud platforms.</summary>
    private static readonly string[] PrivateNames =
        ["localhost", "local", "internal", "home.arpa", "lan", "intranet", "corp", "home", "private", "test", "invalid"];

    /// <param name="address">An absolute address.</param>
    /// <returns>Null if the address may be called.</returns>
    public static AddressFault? FaultOf(Uri address, OutwardReach reach)
    {
        if (address.UserInfo.Length > 0)
        {
            return AddressFault.HasCredentials;
        }

        if (reach.ThisMachine && IsThisMachine(address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
        {
            return null;
        }

        return address.Scheme != Uri.UriSchemeHttps ? AddressFault.NotHttps
            : IsPublic(address) ? null
            : AddressFault.NotPublic;
    }

    private static bool IsThisMachine(Uri address) =>
        IPAddress.TryParse(address.DnsSafeHost, out var ip) ? IPAddress.IsLoopback(ip) : address.DnsSafeHost == "localhost";

    private static bool IsPublic(Uri address)
    {
        if (IPAddress.TryParse(address.DnsSafeHost, out var ip))
        {
            return PublicNetwork.Has(ip);
        }

        // A name of one label is looked up in the network that the server is in.
        var name = address.IdnHost.TrimEnd('.');
        return name.Contains('.', StringComparison.Ordinal)
            && !PrivateNames.Any(end => name.EndsWith($".{end}", StringComparison.OrdinalIgnoreCase));
    }
}
