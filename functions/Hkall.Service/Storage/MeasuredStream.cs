using System.Security.Cryptography;

namespace Hkall.Service.Storage;

/// <summary>
/// Counts and hashes the bytes read through it, and stops at a limit: a file is measured on its way into the store, never buffered.
/// </summary>
internal sealed class MeasuredStream(Stream content, long maxBytes) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>The length and hash, once the stream has been read to its end.</summary>
    public StoredBlob Measured() => new(Bytes, Convert.ToHexStringLower(_hash.GetCurrentHash()));

    public override bool CanRead => true;

    // Not seekable, even if the content is: bytes read twice would count twice.
    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Measure(buffer, content.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        return Measure(buffer.Span, read);
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The code that opened the content disposes of it.
    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private int Measure(ReadOnlySpan<byte> buffer, int read)
    {
        Bytes += read;
        if (Bytes > maxBytes)
        {
            throw new BlobTooLargeException(maxBytes);
        }

        _hash.AppendData(buffer[..read]);
        return read;
    }
}
