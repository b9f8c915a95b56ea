using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Privacy;
using Hkall.Service.Storage;

namespace Hkall.Service.Placing;

/// <summary>The patrons whom staff can place for: those who have signed in. What is kept of them is the one row of personal data.</summary>
public sealed class KnownPatrons(IRows rows, People people, ErasureIndex erasures, PolicyDocument policy, TimeProvider clock, IRandom random)
{
    /// <summary>Of a key, the first letter and 26 characters that tell nothing.</summary>
    private const int KeyLength = 27;

    /// <summary>Keeps who signed in, where something about them is new.</summary>
    public async Task SeenAsync(Patron patron, CancellationToken cancellation)
    {
        if (patron.Group is null)
        {
            return;
        }

        var known = (await people.FindAsync(patron.Id, cancellation))?.Person;
        if (known == patron.Person)
        {
            return;
        }

        if (known is null)
        {
            // Before anything about the person is written: whoever is known is one day forgotten.
            await erasures.PutUpAsync(patron.Id, policy.Retention.FirstLook(clock.GetUtcNow()), cancellation);
        }

        var row = new Row(patron.Id, Keys.Person, StoredJson.Write(patron.Person), RequestIds.Base32(random.Bytes(10))) { Open = true };
        await rows.CommitAsync(RowTable.Requests, patron.Id, [new RowWrite.Put(row)], cancellation);
        people.Forget(patron.Id);
    }

    /// <returns>The patron, or null where nobody of that key has signed in.</returns>
    public async Task<Patron?> FindAsync(string patronId, CancellationToken cancellation) =>
        patronId.Length == KeyLength && patronId.All(char.IsAsciiLetterOrDigit)
        && (await people.FindAsync(patronId, cancellation))?.Person is { Group: { } group } person
            ? new Patron(patronId, person, group, IsStaff: false)
            : null;
}
