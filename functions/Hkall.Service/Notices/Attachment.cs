namespace Hkall.Service.Notices;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Content">Its text, sent in UTF-8.</param>
public sealed record Attachment(string Name, string ContentType, string Content);
