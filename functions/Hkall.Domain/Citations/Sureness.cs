namespace Hkall.Domain.Citations;

/// <summary>How sure it is that what a source found is what was meant.</summary>
public enum Sureness
{
    /// <summary>A number that belongs to one work only is the same, and nothing speaks against it.</summary>
    Exact,

    /// <summary>The title is nearly the same, and so is the author, the journal, the year or the place in it.</summary>
    Close,

    /// <summary>Nothing was found: the citation stands as it was typed.</summary>
    AsTyped,
}

/// <summary>A field in which what was found is not what was typed.</summary>
public sealed record CitationDifference(string Field, string Typed, string Found);
