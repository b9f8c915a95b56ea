namespace Hkall.Service;

/// <summary>Where the service is reached from outside: what links in mails and callbacks in messages begin with.</summary>
public sealed record PublicAddress(Uri Base)
{
    public Uri Request(string requestId) => new(Base, $"/#/requests/{requestId}");

    public Uri Download(string token) => new(Base, $"/downloads/{token}");

    public Uri Callbacks(string symbol) => new(Base, $"/api/partners/{symbol}/callbacks");

    public Uri File(string symbol, string requestId) => new(Base, $"/api/partners/{symbol}/requests/{requestId}/file");
}
