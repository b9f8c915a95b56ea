using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Notices;

/// <summary>
/// Looks up the person for a patron's opaque key in order to send a mail, and caches them for a short while, since most changes
/// cause a mail.
/// </summary>
public sealed class People(IRows rows, MachineTime machine)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);
    private const int MostKept = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Addressee Addressee, long Since)> _kept = [];

    public async Task<Addressee?> FindAsync(string patronId, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(patronId, out var kept) && machine.Clock.GetElapsedTime(kept.Since) < KeptFor)
            {
                return kept.Addressee;
            }
        }

        var found = await rows.RangeAsync(RowTable.Requests, patronId, Keys.PersonFrom, Keys.PersonTo, take: 3, openOnly: false, cancellation);
        if (found.FirstOrDefault(row => row.Key == Keys.Person) is not { } row)
        {
            return null;
        }

        var addressee = new Addressee(StoredJson.Read<Person>(row.Body), Preferences.Of(found));
        Keep(patronId, addressee);
        return addressee;
    }

    public void Keep(string patronId, Addressee addressee)
    {
        lock (_lock)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[patronId] = (addressee, machine.Clock.GetTimestamp());
        }
    }

    public void Forget(string patronId)
    {
        lock (_lock)
        {
            _kept.Remove(patronId);
        }
    }
}
