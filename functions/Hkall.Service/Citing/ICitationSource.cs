using Hkall.Domain.Citations;

namespace Hkall.Service.Citing;

/// <summary>Where citations are looked up. Each is optional, and none is waited for longer than a patron waits.</summary>
public interface ICitationSource
{
    /// <summary>The name that patrons and staff read.</summary>
    string Name { get; }

    /// <summary>Whether it could know such a work, and the citation has something to look it up by.</summary>
    bool MayKnow(CitedWork sought);

    Task<SourceWord> FindAsync(CitedWork sought, CancellationToken cancellation);
}

/// <summary>The answer of a source about one citation.</summary>
public abstract record SourceWord
{
    private SourceWord()
    {
    }

    /// <summary>What it offers, the best first. Some may be other works.</summary>
    public sealed record Found(IReadOnlyList<CitedWork> Works) : SourceWord;

    /// <summary>It answered and knows no such work.</summary>
    public sealed record None : SourceWord;

    /// <summary>It could not tell, which is not the same as not knowing the work.</summary>
    public sealed record CannotTell(string Why) : SourceWord;
}
