using System.Collections.Frozen;
using System.Security.Cryptography;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>
/// The style sheet and the scripts in this assembly. Their addresses contain a hash of their content, so that browsers cache them
/// permanently.
/// </summary>
public static class PageFiles
{
    private static readonly FrozenDictionary<string, Asset> Files = new[] { ("app.css", "text/css; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8") }
        .Select(file => Read(file.Item1, file.Item2))
        .ToFrozenDictionary(asset => asset.Address);

    public static string Style { get; } = AddressOf("app.css");

    public static string Script { get; } = AddressOf("app.js");

    /// <summary>All addresses of the files.</summary>
    public static IEnumerable<string> Addresses => Files.Keys;

    public static IResult Send(HttpContext context, string name)
    {
        if (!Files.TryGetValue($"/pages/{name}", out var asset))
        {
            return Problems.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.ContentType);
    }

    private static string AddressOf(string name) => Files.Values.Single(asset => asset.Name == name).Address;

    private static Asset Read(string name, string contentType)
    {
        var content = Bytes(name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return new Asset(name, $"/pages/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", contentType, content);
    }

    internal static byte[] Bytes(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"The file {name} is not in this assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private sealed record Asset(string Name, string Address, string ContentType, byte[] Content);
}
