namespace Hkall.Domain.Downloading;

/// <summary>One of the allowed downloads was granted; <see cref="Number"/> counts from 1.</summary>
public sealed record FileDownloaded(int Number) : RequestEvent;

public sealed record DownloadReminded : RequestEvent;

public sealed record DownloadsUsedUp : RequestEvent;

public sealed record DownloadWindowClosed : RequestEvent;
