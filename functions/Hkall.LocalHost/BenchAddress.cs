using Hkall.LocalHost.Arguments;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hkall.LocalHost;

/// <summary>The address of the bench on this machine. With port 0 it is known only after the bench listens.</summary>
public sealed class BenchAddress(IServer server, BenchArguments arguments)
{
    public Uri Url
    {
        get
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? arguments.Urls.Split(';')[0];
            return new Uri(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal));
        }
    }
}
