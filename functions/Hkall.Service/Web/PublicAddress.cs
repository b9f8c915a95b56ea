namespace Hkall.Service;

/// <summary>Where the service is reached from outside: what links in mails and callbacks in messages begin with.</summary>
public sealed class PublicAddress(Func<Uri> find)
{
    /// <summary>Found when it is needed: a host that takes any free port learns its address only when it listens.</summary>
    private Uri Base => find();

    /// <summary>Whether it is reached by TLS.</summary>
    public bool IsSecure => Base.Scheme == Uri.UriSchemeHttps;

    public Uri Page(string path) => new(Base, path);

    public Uri Request(string requestId) => new(Base, $"/requests/{requestId}");

    public Uri MyRequests() => new(Base, "/requests");

    public Uri Download(string token) => new(Base, $"/downloads/{token}");

    /// <summary>The page behind the link in a letter to a borrower.</summary>
    public Uri LentCopyPage(string token) => new(Base, $"/lending/files/{token}");

    /// <summary>The scan made for a borrower, for its system to take.</summary>
    public Uri LentCopy(string token) => new(Base, $"/api/lending/files/{token}");

    /// <summary>Where a borrower without ISO 18626 answers.</summary>
    public Uri Lending(string symbol) => new(Base, $"/api/partners/{symbol}/lending");

    public Uri Callbacks(string symbol) => new(Base, $"/api/partners/{symbol}/callbacks");

    public Uri File(string symbol, string requestId) => new(Base, $"/api/partners/{symbol}/requests/{requestId}/file");
}
