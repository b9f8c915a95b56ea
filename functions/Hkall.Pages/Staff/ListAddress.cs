using Hkall.Service.Lending;
using Hkall.Service.Staff;

namespace Hkall.Pages.Staff;

/// <summary>The address of a list as it is read now: which, in which order, and narrowed by what.</summary>
public sealed record ListAddress(string Path, string? Sort, IReadOnlyList<KeyValuePair<string, string>> Filters)
{
    public static ListAddress Of(string path, RowQuery query) => new(path, Blank(query.Sort), [.. query.Filters]);

    public static ListAddress Of(string path, LendingQuery query) => new(path, Blank(query.Sort), [.. query.Filters]);

    /// <summary>The same list sorted by a column; by a second click in the other direction.</summary>
    public string SortedBy(string sort) =>
        (this with { Sort = (Sort ?? RowSort.Usual) == sort ? $"-{sort}" : sort == RowSort.Usual ? null : sort }).ToString();

    /// <summary>The same list with something more in its query.</summary>
    public string With(string name, string value) => Written([.. Members, KeyValuePair.Create(name, value)]);

    public string? this[string filter] => Filters.Where(one => one.Key == filter).Select(one => one.Value).FirstOrDefault();

    /// <summary>How a column is sorted now, in the words of the attribute; null if it is not.</summary>
    public string? Direction(string? sort) => sort is null ? null : (Sort ?? RowSort.Usual) == sort ? "ascending" : Sort == $"-{sort}" ? "descending" : null;

    public override string ToString() => Written([.. Members]);

    private IEnumerable<KeyValuePair<string, string>> Members =>
        Sort is { } sort ? Filters.Append(KeyValuePair.Create("sort", sort)) : Filters;

    private string Written(IReadOnlyList<KeyValuePair<string, string>> members) => members.Count == 0
        ? Path : $"{Path}?{string.Join('&', members.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"))}";

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
