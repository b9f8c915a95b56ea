namespace Hkall.Service.Scans;

/// <summary>A folder of our own for one file and its stamped copy; it is deleted with its place.</summary>
public sealed class ScanFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hkall-scan-");
    private SemaphoreSlim? _place;

    internal ScanFolder(SemaphoreSlim place) => _place = place;

    public string Original => Path.Combine(_folder.FullName, "original");

    public string Stamped => Path.Combine(_folder.FullName, "stamped");

    public async Task KeepAsync(Stream content, CancellationToken cancellation)
    {
        await using var file = File.Create(Original);
        await content.CopyToAsync(file, cancellation);
    }

    /// <summary>The file, which disappears when it is closed, also after the folder is gone.</summary>
    public Stream Take(string path)
    {
        var own = Path.Combine(Path.GetTempPath(), $"hkall-scan-{Path.GetRandomFileName()}");
        File.Move(path, own);
        return new FileStream(own, FileMode.Open, FileAccess.Read, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _place, null) is { } place)
        {
            _folder.Delete(recursive: true);
            place.Release();
        }
    }
}
