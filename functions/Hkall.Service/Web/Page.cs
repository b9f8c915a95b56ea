namespace Hkall.Service.Web;

/// <summary>A page of a list: <see cref="Next"/> is the cursor of the next page, null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many there are on all pages; null where nobody counted them.</summary>
    public int? Total { get; init; }
}
