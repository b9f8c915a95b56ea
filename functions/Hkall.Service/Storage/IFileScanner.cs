namespace Hkall.Service.Storage;

/// <summary>What is known about malware in a file.</summary>
public abstract record FileVerdict
{
    private FileVerdict()
    {
    }

    /// <summary>It was looked at, and nothing was found. Without a scanner every file counts as clean.</summary>
    public sealed record Clean : FileVerdict;

    /// <param name="Malware">The scanner's name for what it found.</param>
    public sealed record Infected(string Malware) : FileVerdict;

    /// <summary>The scanner did not answer; a later try may succeed.</summary>
    public sealed record NotNow(string Why) : FileVerdict;

    /// <summary>This scanner looks at files only where they are stored: the file is kept, and given to nobody before it is known to be clean.</summary>
    public sealed record OnceStored : FileVerdict;
}

/// <summary>Looks for malware in the files that people and libraries send.</summary>
public interface IFileScanner
{
    /// <summary>Looks at a file before it is stored.</summary>
    Task<FileVerdict> ScanAsync(Stream content, CancellationToken cancellation);

    /// <summary>What is known about a stored scan for which <see cref="ScanAsync"/> answered <see cref="FileVerdict.OnceStored"/>.</summary>
    Task<FileVerdict> OfStoredAsync(string scanId, CancellationToken cancellation);
}

/// <summary>No scanner is configured.</summary>
public sealed class NoFileScanner : IFileScanner
{
    public Task<FileVerdict> ScanAsync(Stream content, CancellationToken cancellation) => Task.FromResult<FileVerdict>(new FileVerdict.Clean());

    public Task<FileVerdict> OfStoredAsync(string scanId, CancellationToken cancellation) => Task.FromResult<FileVerdict>(new FileVerdict.Clean());
}
