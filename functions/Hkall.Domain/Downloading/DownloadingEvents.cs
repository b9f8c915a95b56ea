namespace Hkall.Domain.Downloading;

/// <summary>The patron used one of the allowed downloads; <see cref="Number"/> counts from 1.</summary>
public sealed record FileDownloaded(int Number) : RequestEvent;

public sealed record DownloadReminded : RequestEvent;

public sealed record DownloadsUsedUp : RequestEvent;

public sealed record DownloadWindowClosed : RequestEvent;
