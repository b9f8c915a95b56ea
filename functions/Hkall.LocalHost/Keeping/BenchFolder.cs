namespace Hkall.LocalHost.Keeping;

/// <summary>Where the bench keeps what it must know again at its next start; nowhere, with memory storage.</summary>
public sealed class BenchFolder
{
    private readonly string? _path;

    private BenchFolder(string? path) => _path = path;

    /// <summary>Nothing is kept: what outlives a process would speak of requests that did not.</summary>
    public static BenchFolder None { get; } = new(null);

    /// <summary>The folder, made where it is not there yet.</summary>
    public static BenchFolder At(string path)
    {
        Directory.CreateDirectory(path);
        return new BenchFolder(Path.GetFullPath(path));
    }

    /// <summary>The full path of a file in the folder, or null where nothing is kept.</summary>
    public string? PathOf(string name) => _path is null ? null : Path.Combine(_path, name);
}
