using System.Net;
using System.Net.Sockets;

namespace Hkall.Service.Outwards;

/// <summary>
/// Decides which addresses are on the public internet. Our server, which is inside a network of its own, calls the addresses
/// that partners and staff name; it must not call an address in that network or of its platform for them.
/// </summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Azure's own services for its machines, at an address that looks public.
            "168.63.129.16/32",

            // Within 2000::/3: documentation, and tunnels whose addresses contain an IPv4 address.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>All IPv6 addresses allocated so far.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    public static bool Has(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !NotPublic.Any(network => network.Contains(plain)),
            AddressFamily.InterNetworkV6 => Global6.Contains(plain) && !NotPublic.Any(network => network.Contains(plain)),
            _ => false,
        };
    }
}
