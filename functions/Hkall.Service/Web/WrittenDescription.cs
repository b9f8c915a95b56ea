using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hkall.Service.Web;

/// <summary>
/// The description as it is sent. The routes do not change while the service runs, and writing their description takes most of
/// a second: it is written when somebody first asks, and anybody may ask often.
/// </summary>
public sealed class WrittenDescription(IOpenApiDocumentProvider routes)
{
    private readonly Lazy<Task<byte[]>> _json = new(() => WriteAsync(routes));

    public Task<byte[]> JsonAsync() => _json.Value;

    // The first to ask may hang up; the others still get the description.
    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider routes)
    {
        var document = await routes.GetOpenApiDocumentAsync(CancellationToken.None);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return json.ToArray();
    }
}
