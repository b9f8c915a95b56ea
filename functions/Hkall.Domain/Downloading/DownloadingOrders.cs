namespace Hkall.Domain.Downloading;

/// <summary>The patron downloads the file. We count the download before we send the first byte.</summary>
public sealed record DownloadFile : RequestCommand;
