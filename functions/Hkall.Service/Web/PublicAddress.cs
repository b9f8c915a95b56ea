namespace Hkall.Service.Web;

/// <summary>The service's address as seen from outside, for links in mails and callbacks in messages.</summary>
public sealed class PublicAddress(Func<Uri> find)
{
    /// <summary>Looked up when needed: a host on any free port learns its address only when it listens.</summary>
    private Uri Base => find();

    /// <summary>Whether the address uses TLS.</summary>
    public bool IsSecure => Base.Scheme == Uri.UriSchemeHttps;

    public Uri Page(string path) => new(Base, path);

    public Uri Request(string requestId) => new(Base, $"/requests/{requestId}");

    public Uri MyRequests() => new(Base, "/requests");

    public Uri Download(string token) => new(Base, $"/downloads/{token}");

    /// <summary>The page on which a library answers our letter.</summary>
    public Uri Answer(string token) => new(Base, $"/answer/{token}");

    /// <summary>The page on which a library that borrows from us answers our letter.</summary>
    public Uri BorrowerAnswer(string token) => new(Base, $"/lending/answer/{token}");

    /// <summary>The page that the link in a letter to a borrower opens.</summary>
    public Uri LentCopyPage(string token) => new(Base, $"/lending/files/{token}");

    /// <summary>The scan made for a borrower, for its system to download.</summary>
    public Uri LentCopy(string token) => new(Base, $"/api/lending/files/{token}");

    /// <summary>Where a borrower without ISO 18626 sends its answers.</summary>
    public Uri Lending(string symbol) => new(Base, $"/api/partners/{symbol}/lending");

    public Uri Callbacks(string symbol) => new(Base, $"/api/partners/{symbol}/callbacks");

    public Uri File(string symbol, string requestId) => new(Base, $"/api/partners/{symbol}/requests/{requestId}/file");
}
