namespace Hkall.Domain.Downloading;

/// <summary>The patron asks for the file. A granted download is counted before the first byte is sent.</summary>
public sealed record DownloadFile : RequestCommand;
