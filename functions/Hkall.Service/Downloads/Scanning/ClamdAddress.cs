using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Hkall.Service.Downloads.Scanning;

/// <summary>Where clamd listens: <c>HOST:PORT</c>, or the path of a socket on this machine.</summary>
public sealed record ClamdAddress(EndPoint EndPoint)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out ClamdAddress? address)
    {
        address = null;
        if (text is { Length: > 1 } && text[0] == '/')
        {
            address = new ClamdAddress(new UnixDomainSocketEndPoint(text));
        }
        else if (text?.LastIndexOf(':') is > 0 and var colon
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0)
        {
            var host = text[..colon].Trim('[', ']');
            address = new ClamdAddress(IPAddress.TryParse(host, out var ip) ? new IPEndPoint(ip, port) : new DnsEndPoint(host, port));
        }

        return address is not null;
    }

    internal Socket NewSocket() => EndPoint is UnixDomainSocketEndPoint
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
