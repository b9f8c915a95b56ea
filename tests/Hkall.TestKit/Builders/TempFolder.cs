using Hkall.LocalHost.Keeping;

namespace Hkall.TestKit.Builders;

/// <summary>A data folder that is gone after the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hkall-bench-").FullName;

    public BenchFolder Folder => BenchFolder.At(Path);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
