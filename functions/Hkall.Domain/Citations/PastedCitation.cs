namespace Hkall.Domain.Citations;

/// <summary>The form in which a citation was pasted.</summary>
public enum PastedForm
{
    /// <summary>A number by itself: DOI, PMID, ISBN, ISSN, arXiv.</summary>
    Number,
    Address,
    Ris,
    BibTex,

    /// <summary>A sentence in some style of citing.</summary>
    Reference,
}

/// <summary>One citation of a pasted text.</summary>
/// <param name="Typed">The part of the text that it was read from.</param>
/// <param name="Fields">What was typed for each field that was read from it, by the name of the field.</param>
public sealed record PastedCitation(string Typed, PastedForm Form, CitedWork Work, IReadOnlyDictionary<string, string> Fields);

/// <summary>The citations of a pasted text.</summary>
/// <param name="Left">How many more there are than are read at once.</param>
public sealed record PastedCitations(IReadOnlyList<PastedCitation> Items, int Left);
