using System.Text;
using System.Text.Json;

namespace Hkall.LocalHost.Keeping;

/// <summary>
/// A list that only grows, with one line of JSON for each entry. A line is on the disk before <see cref="Append"/> returns. A
/// process killed in the middle of a line has not answered yet, so the next start cuts off a torn last line.
/// </summary>
public sealed class KeptLines<T> : IDisposable
    where T : class
{
    private readonly Lock _lock = new();
    private readonly List<T> _lines = [];
    private readonly FileStream? _file;

    /// <exception cref="InvalidDataException">A line before the last one cannot be read.</exception>
    public KeptLines(BenchFolder folder, string name)
    {
        if (folder.PathOf(name) is not { } path)
        {
            return;
        }

        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            _file.SetLength(Load(File.ReadAllBytes(path), path));
            _file.Seek(0, SeekOrigin.End);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The lines as they are now, oldest first.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines];
            }
        }
    }

    public void Append(T line)
    {
        lock (_lock)
        {
            if (_file is not null)
            {
                _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(line, BenchJson.Options), (byte)'\n']);
                _file.Flush(flushToDisk: true);
            }

            _lines.Add(line);
        }
    }

    public void Dispose() => _file?.Dispose();

    /// <returns>The length of the complete lines, in bytes.</returns>
    private int Load(byte[] content, string path)
    {
        var start = 0;
        for (var end = Array.IndexOf(content, (byte)'\n', start); end >= 0; end = Array.IndexOf(content, (byte)'\n', start))
        {
            if (Parse(content.AsSpan(start, end - start)) is { } line)
            {
                _lines.Add(line);
            }
            else if (end == content.Length - 1)
            {
                // The disk may have kept the end of a torn line and lost its middle.
                return start;
            }
            else
            {
                throw new InvalidDataException(
                    $"{path}, line {_lines.Count + 1} cannot be read: {Encoding.UTF8.GetString(content, start, Math.Min(end - start, 80))}");
            }

            start = end + 1;
        }

        return start;
    }

    private static T? Parse(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, BenchJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
