using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Placing;

/// <summary>The patrons staff can place requests for: those who have signed in. The service keeps one row of personal data for each.</summary>
public sealed class KnownPatrons(IRows rows, People people, ErasureIndex erasures, PolicyInForce policy, TimeProvider clock, IRandom random)
{
    /// <summary>The length of a key: its first letter and 26 characters that identify no person.</summary>
    private const int KeyLength = 27;

    /// <summary>Stores the person who signed in, if anything about them is new.</summary>
    public async Task SeenAsync(Patron patron, CancellationToken cancellation)
    {
        if (patron.Group is null)
        {
            return;
        }

        var known = (await people.FindAsync(patron.Id, cancellation))?.Person;
        var person = patron.Over(known);
        if (known == person)
        {
            return;
        }

        if (known is null)
        {
            // This comes before any other write about the person, so that every known person is one day erased.
            await erasures.PutUpAsync(patron.Id, policy.Document.Retention.FirstLook(clock.GetUtcNow()), cancellation);
        }

        var row = new Row(patron.Id, Keys.Person, StoredJson.Write(person), RequestIds.Base32(random.Bytes(10))) { Open = true };
        await rows.CommitAsync(RowTable.Requests, patron.Id, [new RowWrite.Put(row)], cancellation);
        people.Forget(patron.Id);
    }

    /// <returns>The patron, or null if no patron with that key has signed in.</returns>
    public async Task<Patron?> FindAsync(string patronId, CancellationToken cancellation) =>
        patronId.Length == KeyLength && patronId.All(char.IsAsciiLetterOrDigit)
        && (await people.FindAsync(patronId, cancellation))?.Person is { Group: { } group } person
            ? new Patron(patronId, person, group, IsStaff: false)
            : null;
}
