using Hkall.Domain.Model;
using Hkall.Service.Citing;
using Hkall.Service.Engine;

namespace Hkall.Service.FreeCopies;

/// <summary>The number by which a free copy is looked for.</summary>
public sealed record FreeCopyKey(string? Doi, string? Pmid, string? Isbn)
{
    public bool IsEmpty => (Doi ?? Pmid ?? Isbn) is null;

    /// <summary>A chapter has the ISBN of its book, of which a free copy may be another edition: only a book is looked for by it.</summary>
    public static FreeCopyKey Of(Item item) => new(
        item.Doi,
        item.Source?.Split(';', StringSplitOptions.TrimEntries).Where(part => part.StartsWith("PMID", StringComparison.OrdinalIgnoreCase))
            .Select(part => Domain.Citations.Pmid.Read(part).Value).FirstOrDefault(number => number is not null),
        item.Isbn);

}

/// <summary>Where free copies are looked for. Each is optional, and none is waited for longer than a patron waits.</summary>
public interface IFreeCopySource
{
    string Name { get; }

    bool MayKnow(FreeCopyKey key);

    /// <returns>The copies that anybody may read; none if there is none, or if it could not tell.</returns>
    Task<FreeCopyWord> FindAsync(FreeCopyKey key, CancellationToken cancellation);
}

/// <param name="IsSure">False if the source could not tell.</param>
public sealed record FreeCopyWord(IReadOnlyList<FreeCopy> Copies, bool IsSure)
{
    public static FreeCopyWord None { get; } = new([], IsSure: true);

    public static FreeCopyWord CannotTell { get; } = new([], IsSure: false);
}

/// <summary>
/// Looks for a free copy at all sources at once, for two seconds at most. The better version wins: published before accepted before
/// submitted, and with a licence before without. It never fails.
/// </summary>
public sealed class FreeCopyFinder(IEnumerable<IFreeCopySource> sources, SourceCache<FreeCopyWord> cache, MachineTime machine)
{
    private readonly IReadOnlyList<IFreeCopySource> _sources = [.. sources];

    public async Task<FreeCopy?> FindAsync(Item item, CancellationToken cancellation)
    {
        var key = FreeCopyKey.Of(item);
        if (key.IsEmpty)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(SourceClient.Patience, machine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var words = await Task.WhenAll(_sources.Where(source => source.MayKnow(key)).Select(source => cache.AskAsync(
            source.Name, $"{key.Doi}\n{key.Pmid}\n{key.Isbn}", word => word.IsSure, () => source.FindAsync(key, either.Token))));
        return words.SelectMany(word => word.Copies).OrderBy(copy => copy.Version).ThenBy(copy => copy.Licence is null).FirstOrDefault();
    }
}
