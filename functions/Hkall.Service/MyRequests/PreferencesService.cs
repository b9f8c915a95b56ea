using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Privacy;
using Hkall.Service.Storage;

namespace Hkall.Service.MyRequests;

/// <summary>Reads and stores a patron's preferences.</summary>
public sealed class PreferencesService(
    IRows rows, People people, ErasureIndex erasures, PolicyDocument policy, TimeProvider clock, RequestStore<PatronRequest, RequestEvent> store)
{
    public async Task<Preferences> FindAsync(Patron patron, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Requests, patron.Id, Keys.Preferences, cancellation) is { } row ? StoredJson.Read<Preferences>(row.Body) : new Preferences();

    public async Task PutAsync(Patron patron, Preferences before, Preferences preferences, CancellationToken cancellation)
    {
        var known = await rows.RangeAsync(RowTable.Requests, patron.Id, Keys.Account, Keys.PersonTo, take: 1, openOnly: false, cancellation);
        if (known.Count == 0)
        {
            await erasures.PutUpAsync(patron.Id, policy.Retention.FirstLook(clock.GetUtcNow()), cancellation);
        }
        else if (before.KeepHistory && !preferences.KeepHistory)
        {
            // The next run erases everything that was kept for the history alone.
            await erasures.PutUpAsync(patron.Id, clock.GetUtcNow(), cancellation);
        }

        var row = new Row(patron.Id, Keys.Preferences, StoredJson.Write(preferences with { ChosenAt = clock.GetUtcNow() }), store.NewCommitId()) { Open = true };
        await rows.CommitAsync(RowTable.Requests, patron.Id, [new RowWrite.Put(row)], cancellation);
        people.Forget(patron.Id);
    }
}
