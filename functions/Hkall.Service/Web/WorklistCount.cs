namespace Hkall.Service.Web;

/// <summary>A worklist and its number of entries.</summary>
/// <param name="IsWork">Whether staff have to act; the other lists show what others have to do.</param>
/// <param name="Oldest">Since when its oldest entry has been in the list; null if the list is empty.</param>
public sealed record WorklistCount(string Name, int Count, bool IsWork = true, DateTimeOffset? Oldest = null);
