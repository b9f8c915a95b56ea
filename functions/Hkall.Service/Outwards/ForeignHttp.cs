using System.Net;
using System.Net.Sockets;

namespace Hkall.Service.Outwards;

/// <summary>The server's name leads to no address that we may call.</summary>
public sealed class NotPublicException() : Exception("It is not in the open network.");

/// <summary>
/// The message handler of every HTTP client whose address is not ours. It follows no redirect, because a redirect would take a
/// signed message elsewhere; it uses no proxy, because a proxy would look names up for us; and it keeps no cookies.
/// </summary>
public static class ForeignHttp
{
    /// <summary>In kilobytes. No server that we call has a reason to send more headers.</summary>
    private const int LongestHeaders = 32;

    /// <summary>A server may move: its name is looked up, and checked, at least this often.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private static readonly HttpRequestOptionsKey<bool> OnThisMachine = new("hkall-on-this-machine");

    /// <summary>For the address of a library in the directory: the public internet, and this machine where the bench allows it.</summary>
    public static SocketsHttpHandler ForLibraries(OutwardReach reach) =>
        Checked(ConnectionLifetime, (_, address) => PublicNetwork.Has(address) || (reach.ThisMachine && IPAddress.IsLoopback(address)));

    /// <summary>
    /// For an address that a library sent. Each connection serves one call, so that a call that may reach this machine leaves no
    /// connection for one that may not.
    /// </summary>
    public static SocketsHttpHandler ForNamedAddresses(OutwardReach reach) =>
        Checked(TimeSpan.Zero, (request, address) => reach.ThisMachine && request.Options.TryGetValue(OnThisMachine, out var here) && here
            ? IPAddress.IsLoopback(address)
            : PublicNetwork.Has(address));

    /// <summary>For an address from the settings: its operator chose the network, which may be private.</summary>
    public static SocketsHttpHandler ForSettings() => Checked(ConnectionLifetime, (_, _) => true);

    /// <summary>Lets this call reach this machine, and nothing else, where the bench allows it.</summary>
    public static void AllowThisMachine(HttpRequestMessage request) => request.Options.Set(OnThisMachine, true);

    private static SocketsHttpHandler Checked(TimeSpan lifetime, Func<HttpRequestMessage, IPAddress, bool> mayReach) => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxResponseHeadersLength = LongestHeaders,

        // What a server sends after the part that we read is not waited for.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = lifetime,
        ConnectCallback = (context, cancellation) => ConnectAsync(context, mayReach, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, Func<HttpRequestMessage, IPAddress, bool> mayReach, CancellationToken cancellation)
    {
        // The addresses that are checked are those that are connected to: a second look-up could give others.
        IPAddress[] found = IPAddress.TryParse(context.DnsEndPoint.Host, out var written)
            ? [written] : await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        IPAddress[] reached = [.. found.Where(address => mayReach(context.InitialRequestMessage, address))];
        if (reached.Length == 0)
        {
            throw new NotPublicException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reached, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
