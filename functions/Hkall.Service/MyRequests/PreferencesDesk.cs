using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Retention;
using Hkall.Service.Storage;
using Hkall.Service.Turns;

namespace Hkall.Service.MyRequests;

/// <summary>Reading and keeping what a patron has chosen.</summary>
public sealed class PreferencesDesk(IRows rows, People people, ErasureIndex erasures, PolicyDocument policy, TimeProvider clock, Cabinet cabinet)
{
    public async Task<Preferences> FindAsync(Patron patron, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Requests, patron.Id, Keys.Preferences, cancellation) is { } row ? DeskJson.Read<Preferences>(row.Body) : new Preferences();

    public async Task PutAsync(Patron patron, Preferences before, Preferences preferences, CancellationToken cancellation)
    {
        var known = await rows.RangeAsync(RowTable.Requests, patron.Id, Keys.Account, Keys.PersonTo, take: 1, openOnly: false, cancellation);
        if (known.Count == 0)
        {
            await erasures.PutUpAsync(patron.Id, policy.Retention.FirstLook(clock.GetUtcNow()), cancellation);
        }
        else if (before.KeepHistory && !preferences.KeepHistory)
        {
            // What was kept for the history alone goes at the next run.
            await erasures.PutUpAsync(patron.Id, clock.GetUtcNow(), cancellation);
        }

        var row = new Row(patron.Id, Keys.Preferences, DeskJson.Write(preferences with { ChosenAt = clock.GetUtcNow() }), cabinet.NewCommitId()) { Open = true };
        await rows.CommitAsync(RowTable.Requests, patron.Id, [new RowWrite.Put(row)], cancellation);
        people.Forget(patron.Id);
    }
}
