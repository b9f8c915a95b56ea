using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Partners;

namespace Hkall.Service.Locating;

/// <summary>
/// Finds the holders of an item in all catalogues at once. Libraries whose catalogue is not available, or did not answer, may
/// hold it: they come after those that do.
/// </summary>
public sealed class Catalogues(IReadOnlyList<Catalogue> catalogues, CatalogueClient client, CatalogueCache cache, PartnerDirectory directory) : ILocator
{
    /// <summary>A patron goes to one copy; more than a few help nobody.</summary>
    private const int MostCopies = 5;

    public async Task<Holdings> LocateAsync(Item item, CancellationToken cancellation)
    {
        var words = await Task.WhenAll(catalogues.Select(async catalogue =>
            (Catalogue: catalogue, Said: await cache.AskAsync(catalogue, item, () => client.AskAsync(catalogue, item, cancellation)))));
        var known = new Dictionary<string, KnownHolding>(StringComparer.Ordinal);
        var heldHere = false;
        List<OwnCopy> own = [];
        foreach (var (catalogue, said) in words)
        {
            heldHere |= catalogue.Own && said.Word is CatalogueWord.Has;
            own.AddRange(OwnCopies(catalogue, said.Word));
            foreach (var (symbol, holding) in Read(catalogue, said))
            {
                // The most certain answer counts: one catalogue may lag behind another.
                if (!known.TryGetValue(symbol, out var before) || holding.Certainty < before.Certainty)
                {
                    known[symbol] = holding;
                }
            }
        }

        var covered = catalogues.SelectMany(catalogue => catalogue.Libraries.Values).ToHashSet(StringComparer.Ordinal);
        foreach (var symbol in (await directory.AllAsync(cancellation)).Keys.Where(symbol => !covered.Contains(symbol)))
        {
            known.TryAdd(symbol, new KnownHolding(Certainty.Unknown, "Its catalogue cannot be asked."));
        }

        return new Holdings(heldHere, [.. known.Keys.Order(StringComparer.Ordinal)])
        {
            Known = known,
            Own = [.. own.Distinct().OrderBy(copy => copy.Available switch { true => 0, null => 1, false => 2 }).Take(MostCopies)],
            Found = string.Join(' ', words.Select(word => Describe(word.Catalogue, word.Said))),
        };
    }

    /// <summary>The copies that are ours: in a catalogue that other libraries share, those that are at none of them.</summary>
    private static IEnumerable<OwnCopy> OwnCopies(Catalogue catalogue, CatalogueWord word) =>
        catalogue.Own && word is CatalogueWord.Has has
            ? has.Copies
                .Where(copy => copy.Shelf != ShelfMark.Unknown
                    && !copy.Codes.Any(code => catalogue.Libraries.Keys.Contains(code, StringComparer.OrdinalIgnoreCase)))
                .Select(copy => new OwnCopy(copy.Shelf.CallNumber, copy.Shelf.Location, copy.Available, copy.Shelf.Address))
            : [];

    private static IEnumerable<(string Symbol, KnownHolding Holding)> Read(Catalogue catalogue, CachedWord said)
    {
        switch (said.Word)
        {
            case CatalogueWord.Has has when catalogue.Single is { } single:
                yield return (single, Of(has.Holdings));
                break;
            case CatalogueWord.Has has:
                var listed = catalogue.Libraries
                    .Select(library => (
                        Symbol: library.Value,
                        Its: has.Holdings.Where(holding => holding.Codes.Contains(library.Key, StringComparer.OrdinalIgnoreCase)).ToList()))
                    .Where(library => library.Its.Count > 0)
                    .ToList();
                foreach (var (symbol, its) in listed)
                {
                    yield return (symbol, Of(its));
                }

                // Somebody has it. If we know none of the codes, or not of every record, that does not mean that nobody of ours does.
                if (listed.Count == 0 || has.IsPartial)
                {
                    var why = has.IsPartial
                        ? $"The catalogue {catalogue.Name} has a record that does not say where it is held."
                        : $"The catalogue {catalogue.Name} has it, at libraries whose codes we do not know.";
                    foreach (var symbol in catalogue.Libraries.Values.Except(listed.Select(library => library.Symbol), StringComparer.Ordinal))
                    {
                        yield return (symbol, new KnownHolding(Certainty.Unknown, why));
                    }
                }

                break;
            case CatalogueWord.CannotTell unknown:
                foreach (var symbol in catalogue.Libraries.Values.Distinct(StringComparer.Ordinal))
                {
                    yield return (symbol, new KnownHolding(Certainty.Unknown, unknown.Why));
                }

                break;
        }
    }

    private static KnownHolding Of(IReadOnlyList<FoundHolding> holdings) => new(
        holdings.Any(holding => holding.Available == true) ? Certainty.Available
        : holdings.Count > 0 && holdings.All(holding => holding.Available == false) ? Certainty.Out
        : Certainty.Held,
        null);

    private static string Describe(Catalogue catalogue, CachedWord said)
    {
        var age = said.Age < TimeSpan.FromMinutes(1)
            ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({(int)said.Age.TotalMinutes} minutes ago)");
        return said.Word switch
        {
            CatalogueWord.Has has when OwnCopies(catalogue, has).FirstOrDefault(copy => copy.Address is null) is { } copy =>
                $"{catalogue.Name} has it{age}: {string.Join(", ", new[] { copy.CallNumber, copy.Location }.OfType<string>())}.",
            CatalogueWord.Has => $"{catalogue.Name} has it{age}.",
            CatalogueWord.HasNot => $"{catalogue.Name} does not have it{age}.",
            CatalogueWord.CannotTell unknown => unknown.Why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
