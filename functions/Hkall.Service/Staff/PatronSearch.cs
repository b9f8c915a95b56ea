using Hkall.Domain;
using Hkall.Domain.Citations;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>
/// Finds patrons, and requests by their patron, by name, mail address or library number: people at the desk and on the telephone are asked for
/// those. No index of people is kept for it; the patrons are looked up one by one.
/// </summary>
public sealed class PatronSearch(People people, ErasureIndex known)
{
    /// <summary>Fewer Latin letters would find half the patrons; a Chinese name has two characters or more.</summary>
    private const int FewestLetters = 3;

    private const int FewestCharacters = 2;

    /// <summary>The first of the Chinese characters.</summary>
    private const char Ideographs = '\u2E80';

    /// <summary>Patrons looked up for one search, those with the newest requests first: more than have open requests on most days.</summary>
    private const int MostPatrons = 1_000;

    /// <summary>Looked up at the same time.</summary>
    private const int AtOnce = 16;

    /// <summary>More than this are no answer but a question that was too short.</summary>
    private const int MostFound = 20;

    /// <summary>The patrons that the words name, whether or not they have a request; those whose number or address it is before namesakes.</summary>
    public async Task<IReadOnlyList<Patron>> FindAsync(string words, CancellationToken cancellation)
    {
        if (IsTooShort(words))
        {
            return [];
        }

        var found = new List<Patron>();
        foreach (var some in (await known.AllAsync(MostPatrons * 5, cancellation)).Where(Patron.IsKey).Chunk(AtOnce))
        {
            found.AddRange((await Task.WhenAll(some.Select(id => PatronAsync(id, words, cancellation)))).OfType<Patron>());
            if (found.Count >= MostFound)
            {
                break;
            }
        }

        return [.. found.OrderBy(patron => IsExactly(patron.Person, words) ? 0 : 1).ThenBy(patron => patron.Id, StringComparer.Ordinal).Take(MostFound)];
    }

    private async Task<Patron?> PatronAsync(string id, string words, CancellationToken cancellation) =>
        (await people.FindAsync(id, cancellation))?.Person is { Group: { } group } person && Is(person, words)
            ? new Patron(id, person, group, IsStaff: false) : null;

    public async Task<IReadOnlyList<VersionedRequest<PatronRequest>>> AmongAsync(
        IReadOnlyCollection<VersionedRequest<PatronRequest>> requests, string words, CancellationToken cancellation)
    {
        if (IsTooShort(words))
        {
            return [];
        }

        var matching = new HashSet<string>(StringComparer.Ordinal);
        var ids = requests.OrderByDescending(stored => stored.Request.PlacedAt).Select(stored => stored.Request.PatronId).Distinct().Take(MostPatrons);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var found = await Task.WhenAll(some.Select(async id => (Id: id, Known: await people.FindAsync(id, cancellation))));
            matching.UnionWith(found.Where(one => one.Known is { Person: var person } && Is(person, words)).Select(one => one.Id));
        }

        return [.. requests.Where(stored => matching.Contains(stored.Request.PatronId))];
    }

    private static bool IsTooShort(string words) =>
        words.Length < (words.All(character => character >= Ideographs) ? FewestCharacters : FewestLetters);

    /// <summary>All words are in the name, in any order; or the text is the whole mail address, its part before the @, or the whole number.</summary>
    private static bool Is(Person person, string words)
    {
        var name = PlainForm.Of(person.Name);
        return words.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => name.Contains(PlainForm.Of(word), StringComparison.Ordinal))
            || IsExactly(person, words);
    }

    private static bool IsExactly(Person person, string words) =>
        string.Equals(person.Email, words, StringComparison.OrdinalIgnoreCase)
        || string.Equals(person.Email.Split('@')[0], words, StringComparison.OrdinalIgnoreCase)
        || string.Equals(person.LibraryId, words, StringComparison.OrdinalIgnoreCase);
}
