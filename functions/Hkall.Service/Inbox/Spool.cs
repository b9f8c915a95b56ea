using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Inbox;

/// <summary>An upload on its way in: in memory while it is small, in a temporary file that vanishes with its handle when it is large.</summary>
public sealed class Spool : IAsyncDisposable
{
    private const int InMemoryBytes = 1024 * 1024;

    private Spool(Stream content)
    {
        Content = content;
    }

    public Stream Content { get; }

    public long Length => Content.Length;

    public static async Task<Spool> ReadAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
        {
            throw TooLarge(limit);
        }

        Stream content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > limit)
            {
                await content.DisposeAsync();
                throw TooLarge(limit);
            }

            if (content is MemoryStream memory && memory.Length + read > InMemoryBytes)
            {
                content = TemporaryFile();
                memory.Position = 0;
                await memory.CopyToAsync(content, cancellation);
            }

            await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        content.Position = 0;
        return new Spool(content);
    }

    /// <summary>Whether the content is signed by the partner. It is hashed as a stream: a scan does not fit the memory of a small host many times over.</summary>
    public bool IsSignedBy(Partner partner, IHeaderDictionary headers, DateTimeOffset now)
    {
        Content.Position = 0;
        var signed = WebhookSignature.Verify(
            partner.Secrets,
            headers[WebhookSignature.IdHeader],
            headers[WebhookSignature.TimestampHeader],
            headers[WebhookSignature.SignatureHeader],
            Content,
            now);
        Content.Position = 0;
        return signed;
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });

    private static BadInputException TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"A file may be up to {limit / 1024 / 1024} MiB.");
}
