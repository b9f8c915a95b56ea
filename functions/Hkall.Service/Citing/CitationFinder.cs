using Hkall.Domain.Citations;
using Hkall.Service.Engine;

namespace Hkall.Service.Citing;

/// <summary>What the sources say of a citation besides the work itself.</summary>
public enum CitationNote
{
    None,

    /// <summary>A source that should know such a work does not.</summary>
    NotFound,

    /// <summary>The number in the citation is that of another work.</summary>
    OtherWork,

    /// <summary>No source could be asked.</summary>
    NotAsked,
}

/// <summary>A citation with what the sources know of it.</summary>
/// <param name="Work">What was found, completed by what was typed; or what was typed.</param>
/// <param name="Source">The source that knows it; null if none does.</param>
/// <param name="Other">The title of another work to which the number belongs.</param>
public sealed record FoundCitation(
    CitedWork Work, Sureness Sure, string? Source, IReadOnlyList<CitationDifference> Differences, CitationNote Note, string? Other = null)
{
    public static FoundCitation AsTyped(CitedWork typed, CitationNote note) => new(typed, Sureness.AsTyped, null, [], note);
}

/// <summary>
/// Looks a citation up at all sources at once, for two seconds at most. It never fails: what no source knows or answers stays as it was
/// typed.
/// </summary>
public sealed class CitationFinder(IEnumerable<ICitationSource> sources, SourceCache<SourceWord> cache, MachineTime machine)
{
    /// <summary>How long the other sources are waited for once one knows the work: two answers of 300 ms, one after the other, stay below 700 ms.</summary>
    private static readonly TimeSpan TimeForOthers = TimeSpan.FromMilliseconds(350);

    private readonly IReadOnlyList<ICitationSource> _sources = [.. sources];

    /// <summary>Looks several up within the same two seconds.</summary>
    public async Task<IReadOnlyList<FoundCitation>> FindAsync(IReadOnlyList<CitedWork> typed, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(SourceClient.Patience, machine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        var found = await Task.WhenAll(typed.Select(work => FindOneAsync(work, either.Token)));

        // Sources that were not waited for need not go on.
        await patience.CancelAsync();
        return found;
    }

    public async Task<FoundCitation> FindAsync(CitedWork typed, CancellationToken cancellation) => (await FindAsync([typed], cancellation))[0];

    private async Task<FoundCitation> FindOneAsync(CitedWork typed, CancellationToken cancellation)
    {
        var asked = await AskedAsync(typed, cancellation);
        var offered = asked.SelectMany(one => one.Word is SourceWord.Found found ? found.Works.Select(work => (one.Name, Work: work)) : []).ToList();
        var best = offered.Select(one => (one.Name, one.Work, Sure: Resemblance.Of(typed, one.Work), Differences: Resemblance.Differences(typed, one.Work)))
            .Where(one => one.Sure is not null).OrderBy(one => one.Sure).ThenBy(one => one.Differences.Count).FirstOrDefault();
        if (best.Sure is { } sure)
        {
            // Other sources know other numbers of the same work.
            var whole = offered.Where(one => one.Name != best.Name && Resemblance.Of(best.Work, one.Work) is not null)
                .Aggregate(best.Work, (work, more) => Resemblance.Completed(more.Work, work));
            return new FoundCitation(Resemblance.Completed(typed, whole), sure, best.Name, best.Differences, CitationNote.None);
        }

        var other = offered.Find(one => (typed.Doi is not null && typed.Doi == one.Work.Doi) || (typed.Pmid is not null && typed.Pmid == one.Work.Pmid)
            || (typed.Isbn is not null && typed.Isbn == one.Work.Isbn));
        return other.Work is not null ? FoundCitation.AsTyped(typed, CitationNote.OtherWork) with { Other = other.Work.Title }
            : FoundCitation.AsTyped(typed, asked.Any(one => one.Word is not SourceWord.CannotTell) ? CitationNote.NotFound : CitationNote.NotAsked);
    }

    /// <summary>
    /// What the sources say, in their order. Once one of them knows the work, the others have a short time left: they would add numbers, and the
    /// person waits.
    /// </summary>
    private async Task<IReadOnlyList<(string Name, SourceWord Word)>> AskedAsync(CitedWork typed, CancellationToken cancellation)
    {
        var asked = _sources.Where(source => source.MayKnow(typed)).Select(source => OneAsync(source)).ToList();
        var open = new List<Task>(asked);
        Task? enough = null;
        while (open.Count > 0 && await Task.WhenAny(enough is null ? open : [.. open, enough]) is var next && next != enough)
        {
            open.Remove(next);
            if (enough is null && await (Task<(string, SourceWord Word)>)next is (_, SourceWord.Found known)
                && known.Works.Any(work => Resemblance.Of(typed, work) is not null))
            {
                enough = Task.Delay(TimeForOthers, machine.Clock, cancellation);
            }
        }

        var words = new List<(string Name, SourceWord Word)>();
        foreach (var answer in asked.Where(answer => answer.IsCompletedSuccessfully))
        {
            words.Add(await answer);
        }

        return words;

        async Task<(string Name, SourceWord Word)> OneAsync(ICitationSource source) => (source.Name, await cache.AskAsync(
            source.Name, KeyOf(typed), word => word is not SourceWord.CannotTell, () => source.FindAsync(typed, cancellation)));
    }

    /// <summary>All that a source is asked by.</summary>
    private static string KeyOf(CitedWork work) => string.Join(
        '\n', work.Kind, work.Doi, work.Pmid, work.Isbn, string.Join(',', work.Issns), work.Title, work.Container, work.Authors.FirstOrDefault(), work.Year);
}
