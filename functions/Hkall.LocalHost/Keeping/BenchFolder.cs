namespace Hkall.LocalHost.Keeping;

/// <summary>The folder for what the bench must know at its next start; with memory storage there is none.</summary>
public sealed class BenchFolder
{
    private readonly string? _path;

    private BenchFolder(string? path) => _path = path;

    /// <summary>Keeps nothing: data that outlives the process would refer to requests that did not.</summary>
    public static BenchFolder None { get; } = new(null);

    /// <summary>Opens the folder, and creates it where it is missing.</summary>
    public static BenchFolder At(string path)
    {
        Directory.CreateDirectory(path);
        return new BenchFolder(Path.GetFullPath(path));
    }

    /// <summary>The full path of a file in the folder, or null where nothing is kept.</summary>
    public string? PathOf(string name) => _path is null ? null : Path.Combine(_path, name);
}
