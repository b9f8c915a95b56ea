using AngleSharp.Io.Dom;

namespace Hkall.Pages.Tests.Kit;

/// <summary>A file on its way with a form.</summary>
internal sealed class AnAttachment(string name, string type, byte[] content) : IFile
{
    public string Name => name;

    public string Type => type;

    public int Length => content.Length;

    public DateTime LastModified => DateTime.UnixEpoch;

    public Stream Body => new MemoryStream(content);

    public bool IsClosed => false;

    public IBlob Slice(int start = 0, int end = int.MaxValue, string? contentType = null) => throw new NotSupportedException("A form sends a file whole.");

    public void Close()
    {
    }

    public void Dispose()
    {
    }
}
