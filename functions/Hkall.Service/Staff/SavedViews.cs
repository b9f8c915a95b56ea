using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Members;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>What a view is made from.</summary>
/// <param name="Name">What its owner calls it.</param>
/// <param name="List">The name of a worklist.</param>
/// <param name="Query">The query of the list, such as <c>assigned=me&amp;sort=-age</c>; null: the whole list.</param>
public sealed record ViewForm(string Name, string List, string? Query = null);

/// <summary>A view with the number of requests in it now.</summary>
/// <param name="Id">By which it is removed.</param>
public sealed record ViewRow(string Id, string Name, string List, string Query, int Count);

/// <summary>The views of the worklists that a member of staff keeps.</summary>
public sealed class SavedViews(StaffMembers members, OpenRequests open, PatronRequestProcessor processor)
{
    private const int LongestQuery = 500;

    public async Task<IReadOnlyList<ViewRow>> OfAsync(string staff, CancellationToken cancellation)
    {
        if ((await members.FindAsync(staff, cancellation))?.Views is not { Count: > 0 } views)
        {
            return [];
        }

        var all = await open.AllAsync(cancellation);
        return [.. views.Select(view => RowOf(view, all, staff)).OfType<ViewRow>()];
    }

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <exception cref="BadInputException">There is no such list, the query is not one of it, or there are too many views.</exception>
    public async Task<ViewRow> KeepAsync(string staff, ViewForm form, CancellationToken cancellation)
    {
        var fields = new Fields();
        var name = fields.Text("name", form.Name, Limits.Short);
        if (name is null)
        {
            fields.Fault("name", "missing-member", "What you call the view.");
        }

        if (Worklists.Find(form.List) is null)
        {
            fields.Fault("list", "unknown-value", $"One of {string.Join(", ", Worklists.All.Select(list => list.Name))}.");
        }

        if (form.Query?.Length > LongestQuery)
        {
            fields.Fault("query", "too-long", $"At most {LongestQuery} characters.");
        }

        fields.ThrowIfAny();
        var query = RowQuery.Parse(form.Query);
        query.Wanted(processor.Now, staff);
        RowSort.Read(query.Sort);
        var view = new SavedView(name!, form.List, query.ToString());
        await members.KeepViewAsync(staff, view, cancellation);
        return RowOf(view, await open.AllAsync(cancellation), staff)!;
    }

    /// <returns>False if there is no such view.</returns>
    public Task<bool> RemoveAsync(string staff, string view, CancellationToken cancellation) => members.RemoveViewAsync(staff, view, cancellation);

    /// <returns>Null if this build has no such list or filter any more.</returns>
    private ViewRow? RowOf(SavedView view, IReadOnlyList<PatronRequest> all, string staff)
    {
        try
        {
            var wanted = RowQuery.Parse(view.Query).Wanted(processor.Now, staff);
            var today = processor.Book.Calendar.DateOf(processor.Now);
            return Worklists.Find(view.List) is { } list
                ? new ViewRow(view.Id, view.Name, view.List, view.Query, all.Count(request => list.Holds(request, today) && wanted(request))) : null;
        }
        catch (BadInputException)
        {
            return null;
        }
    }
}
