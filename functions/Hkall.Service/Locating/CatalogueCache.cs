using Hkall.Domain.Model;

namespace Hkall.Service.Locating;

/// <summary>A catalogue's answer and its age.</summary>
public sealed record CachedWord(CatalogueWord Word, TimeSpan Age);

/// <summary>
/// Recent answers of catalogues: a patron looks at the options and places the request within minutes, and the service need not
/// ask twice. An answer that could not tell expires soon.
/// </summary>
public sealed class CatalogueCache(TimeProvider machine)
{
    /// <summary>The most items cached; each takes a few hundred bytes.</summary>
    private const int Most = 5_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan UnknownKeptFor = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Catalogue, string Item), (CatalogueWord Word, long Since)> _words = [];

    public async Task<CachedWord> AskAsync(Catalogue catalogue, Item item, Func<Task<CatalogueWord>> ask)
    {
        var key = (catalogue.Name, KeyOf(item));
        lock (_lock)
        {
            if (_words.TryGetValue(key, out var kept) && machine.GetElapsedTime(kept.Since) is var age
                && age < (kept.Word is CatalogueWord.CannotTell ? UnknownKeptFor : KeptFor))
            {
                return new CachedWord(kept.Word, age);
            }
        }

        var word = await ask();
        lock (_lock)
        {
            if (_words.Count >= Most)
            {
                _words.Clear();
            }

            _words[key] = (word, machine.GetTimestamp());
        }

        return new CachedWord(word, TimeSpan.Zero);
    }

    private static string KeyOf(Item item) => item.Issn is { } issn && item.Isbn is null ? $"{issn}|{item.Title}" : $"{item.Isbn}|{item.Title}|{item.Author}";
}
