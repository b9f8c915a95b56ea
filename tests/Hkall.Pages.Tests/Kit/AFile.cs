namespace Hkall.Pages.Tests.Kit;

/// <summary>A file as it was saved.</summary>
public sealed record AFile(string Name, byte[] Content)
{
    /// <summary>Without the mark of the encoding with which a file for spreadsheets begins.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Content).TrimStart('\uFEFF');
}
