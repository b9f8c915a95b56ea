using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Downloads;

/// <summary>An upload in progress: in memory while it is small, in an unlinked temporary file when it is large.</summary>
public sealed class Spool : IAsyncDisposable
{
    /// <summary>A scan of a few pages. A larger one goes to disk, which has room for a few at a time.</summary>
    public const int InMemoryBytes = 1024 * 1024;

    private readonly IDisposable? _place;

    private Spool(Stream content, IDisposable? place)
    {
        Content = content;
        _place = place;
    }

    public Stream Content { get; }

    public long Length => Content.Length;

    /// <exception cref="TooManyUploadsException">The disk has no room for another upload now.</exception>
    public static Task<Spool> ReadAsync(HttpRequest request, long limit, SpoolRoom room, CancellationToken cancellation) =>
        ReadAsync(request.Body, request.ContentLength, limit, room, cancellation);

    /// <param name="said">The length as the sender states it, if it does.</param>
    /// <exception cref="TooManyUploadsException">The disk has no room for another upload now.</exception>
    public static async Task<Spool> ReadAsync(Stream body, long? said, long limit, SpoolRoom room, CancellationToken cancellation)
    {
        if (said > limit)
        {
            throw TooLarge(limit);
        }

        // A sender that states its length learns that there is no room before it sends the body.
        var place = said > InMemoryBytes ? room.Enter() : null;
        Stream content = new MemoryStream();
        try
        {
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
            {
                if (content.Length + read > limit)
                {
                    throw TooLarge(limit);
                }

                if (content is MemoryStream memory && memory.Length + read > InMemoryBytes)
                {
                    place ??= room.Enter();
                    content = room.OpenFile();
                    memory.Position = 0;
                    await memory.CopyToAsync(content, cancellation);
                    await memory.DisposeAsync();
                }

                await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            content.Position = 0;
            return new Spool(content, place);
        }
        catch
        {
            // However it ends, usually because the sender hangs up, the disk keeps nothing of it.
            await content.DisposeAsync();
            place?.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        _place?.Dispose();
    }

    private static BadInputException TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"A file may be up to {limit / 1024 / 1024} MiB.");
}
