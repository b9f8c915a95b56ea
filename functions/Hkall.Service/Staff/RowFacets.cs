using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>By what a list can be narrowed, each with the number of its requests.</summary>
public sealed record RowFacets(
    IReadOnlyList<(string Value, int Count)> Libraries, IReadOnlyList<(ServiceType Value, int Count)> Services, IReadOnlyList<(Tier Value, int Count)> Tiers,
    IReadOnlyList<(string Value, int Count)> Offices, IReadOnlyList<(string Value, string Initials, int Count)> Assigned,
    IReadOnlyList<(string Value, int Count)> Tags)
{
    /// <summary>More libraries or offices than this would not fit into a field to choose from.</summary>
    private const int Most = 100;

    public static RowFacets Of(IReadOnlyCollection<PatronRequest> requests) => new(
        [.. requests.Select(StaffRow.LibraryOf).OfType<string>().CountBy(symbol => symbol).OrderBy(one => one.Key, StringComparer.Ordinal).Take(Most)
            .Select(one => (one.Key, one.Value))],
        [.. requests.CountBy(request => request.Service).OrderBy(one => one.Key).Select(one => (one.Key, one.Value))],
        [.. requests.Where(request => request.Supplier is not null).CountBy(request => request.Supplier!.Tier).OrderBy(one => one.Key)
            .Select(one => (one.Key, one.Value))],
        [.. requests.Select(request => request.Office).OfType<string>().CountBy(office => office).OrderBy(one => one.Key, StringComparer.Ordinal).Take(Most)
            .Select(one => (one.Key, one.Value))],
        [.. requests.Select(request => request.AssignedTo).OfType<Assignee>().GroupBy(one => one.Staff).Take(Most)
            .Select(one => (one.Key, one.First().Initials ?? one.Key[^4..], one.Count())).OrderBy(one => one.Item2, StringComparer.Ordinal)],
        [.. requests.SelectMany(request => request.Tags ?? []).CountBy(tag => tag).OrderBy(one => one.Key, StringComparer.Ordinal).Take(Most)
            .Select(one => (one.Key, one.Value))]);
}

/// <summary>A page of a worklist.</summary>
/// <param name="InList">How many stand in the list, whatever was filtered.</param>
public sealed record WorklistRows(Page<StaffRow> Page, int InList, RowFacets Facets);
