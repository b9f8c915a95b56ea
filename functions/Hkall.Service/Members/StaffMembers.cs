using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Members;

/// <summary>
/// The members of staff who use the desk, so that work can be given to a colleague by name, and the views that each keeps. A row is kept as long
/// as the entries of the audit trail are.
/// </summary>
public sealed class StaffMembers(IRows rows, IRandom random, RuleBook book, TimeProvider clock, PolicyInForce policy)
{
    /// <summary>The views that one person can keep; more would be no short cut.</summary>
    public const int MostViews = 20;

    private const string Partition = "members";
    private const int ApartBytes = 10;
    private const int MostKept = 1_000;
    private const int MostTries = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (DateOnly Day, string Name)> _seen = [];

    /// <summary>Remembers that the member of staff uses the desk: once a day, and when their name has changed.</summary>
    /// <exception cref="StorageUnavailableException">It is not recorded.</exception>
    public async Task SeenAsync(string id, string name, CancellationToken cancellation)
    {
        var today = book.Calendar.DateOf(clock.GetUtcNow());
        lock (_lock)
        {
            if (_seen.TryGetValue(id, out var seen) && seen == (today, name))
            {
                return;
            }
        }

        var member = new StaffMember { Id = id, Name = name, Initials = StaffInitials.Of(name), SeenOn = today };
        await ChangeAsync(
            id, known => known?.SeenOn >= today && known.Name == name ? null : member with { Views = known?.Views ?? [] }, cancellation);
        lock (_lock)
        {
            if (_seen.Count >= MostKept)
            {
                _seen.Clear();
            }

            _seen[id] = (today, name);
        }
    }

    public async Task<StaffMember?> FindAsync(string id, CancellationToken cancellation) =>
        Patron.IsKey(id) && await rows.FindAsync(RowTable.Audit, Partition, id, cancellation) is { } row ? StoredJson.Read<StaffMember>(row.Body) : null;

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await rows.RangeAsync(RowTable.Audit, Partition, "0", "~", RowLimits.RowsPerPage, openOnly: false, cancellation))
            .Select(row => StoredJson.Read<StaffMember>(row.Body)).OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    /// <summary>Keeps a view; one of the same name is replaced.</summary>
    /// <exception cref="BadInputException">They keep as many as they can.</exception>
    public Task KeepViewAsync(string id, SavedView view, CancellationToken cancellation) => ChangeAsync(
        id,
        known =>
        {
            var others = known!.Views.Where(other => other.Name != view.Name).ToList();
            return others.Count < MostViews
                ? known with { Views = [.. others, view] }
                : throw BadInputException.Field("name", "too-many", $"At most {MostViews} views.");
        },
        cancellation);

    /// <returns>False if there is no such view.</returns>
    public async Task<bool> RemoveViewAsync(string id, string view, CancellationToken cancellation)
    {
        var removed = false;
        await ChangeAsync(
            id,
            known =>
            {
                removed = known!.Views.Any(one => one.Id == view);
                return removed ? known with { Views = [.. known.Views.Where(one => one.Id != view)] } : null;
            },
            cancellation);
        return removed;
    }

    /// <summary>Removes who has not used the desk for as long as the audit trail is kept.</summary>
    public async Task ForgetAsync(CancellationToken cancellation)
    {
        var before = book.Calendar.DateOf(clock.GetUtcNow()).AddDays(-policy.Document.Audit.KeepDays);
        foreach (var member in (await AllAsync(cancellation)).Where(member => member.SeenOn < before))
        {
            await rows.CommitAsync(RowTable.Audit, Partition, [new RowWrite.Delete(member.Id)], cancellation);
        }
    }

    /// <param name="change">The member after the change, given the member as known; null: nothing changes.</param>
    private async Task ChangeAsync(string id, Func<StaffMember?, StaffMember?> change, CancellationToken cancellation)
    {
        for (var tried = 0; tried < MostTries; tried++)
        {
            var row = await rows.FindAsync(RowTable.Audit, Partition, id, cancellation);
            if (change(row is null ? null : StoredJson.Read<StaffMember>(row.Body)) is not { } changed)
            {
                return;
            }

            var written = new Row(Partition, id, StoredJson.Write(changed), RequestIds.Base32(random.Bytes(ApartBytes))) { ETag = row?.ETag };
            if ((await rows.CommitAsync(
                RowTable.Audit, Partition, [row is null ? new RowWrite.Insert(written) : new RowWrite.Replace(written)], cancellation)).Committed)
            {
                return;
            }
        }

        throw new StorageUnavailableException("The row of the member of staff changed again and again.");
    }
}
