namespace Hkall.Service.Storage;

/// <summary>The containers of the service.</summary>
public enum BlobContainer
{
    /// <summary>Scans, until their download window is over.</summary>
    Scans,

    /// <summary>Partner messages too large for the queue.</summary>
    Messages,
}

/// <summary>A stored file, as measured while it was written. The hash is lower-case hexadecimal.</summary>
public sealed record StoredBlob(long Bytes, string Sha256);

/// <summary>Files. We choose the names (letters, digits, hyphens), never a patron or a partner.</summary>
/// <remarks>Members throw <see cref="StorageUnavailableException"/> as <see cref="IRows"/> does.</remarks>
public interface IBlobs
{
    /// <summary>Streams the content in, replacing any earlier file, and counts and hashes it on the way.</summary>
    /// <exception cref="BlobTooLargeException">The content is longer than <paramref name="maxBytes"/>; nothing is left behind.</exception>
    Task<StoredBlob> WriteAsync(BlobContainer container, string name, Stream content, long maxBytes, CancellationToken cancellation);

    /// <summary>The content as a stream, or null if there is none.</summary>
    Task<Stream?> OpenAsync(BlobContainer container, string name, CancellationToken cancellation);

    /// <summary>Deletes the file; a missing one is no error.</summary>
    Task DeleteAsync(BlobContainer container, string name, CancellationToken cancellation);
}

public sealed class BlobTooLargeException(long maxBytes) : Exception($"The file is larger than {maxBytes} bytes.")
{
    public long MaxBytes => maxBytes;
}
