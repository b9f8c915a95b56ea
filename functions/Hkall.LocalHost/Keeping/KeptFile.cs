using System.Text.Json;

namespace Hkall.LocalHost.Keeping;

/// <summary>
/// One value in one file, replaced as a whole. It is written beside the file and then renamed over it, so that a killed process
/// leaves the old value or the new one, never half of one.
/// </summary>
public sealed class KeptFile<T>(BenchFolder folder, string name, bool secret = false)
    where T : class
{
    private readonly string? _path = folder.PathOf(name);

    /// <returns>The value, or null where none was saved.</returns>
    /// <exception cref="InvalidDataException">The file was not written by this class.</exception>
    public T? Read()
    {
        if (_path is null || !File.Exists(_path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(_path), BenchJson.Options)
                ?? throw new InvalidDataException($"{_path} holds nothing.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{_path} cannot be read: {broken.Message}", broken);
        }
    }

    public void Write(T value)
    {
        if (_path is null)
        {
            return;
        }

        var beside = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (secret && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(beside, options))
        {
            JsonSerializer.Serialize(file, value, BenchJson.Options);
        }

        File.Move(beside, _path, overwrite: true);
    }
}
