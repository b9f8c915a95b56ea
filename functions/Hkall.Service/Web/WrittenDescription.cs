using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Hkall.Service.Web;

/// <summary>
/// The API description as sent. The routes do not change while the service runs, and generating the description takes most of a
/// second, so the service generates it on the first call: calls may come often.
/// </summary>
public sealed class WrittenDescription(IOpenApiDocumentProvider routes)
{
    private readonly Lazy<Task<byte[]>> _json = new(() => WriteAsync(routes));

    public Task<byte[]> JsonAsync() => _json.Value;

    // The first caller may disconnect; the others still get the description.
    private static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider routes)
    {
        var document = await routes.GetOpenApiDocumentAsync(CancellationToken.None);
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, CancellationToken.None);
        return json.ToArray();
    }
}
