using System.Diagnostics;
using Hkall.Domain.Citations;
using Hkall.Service.Citing;
using Hkall.Service.Texts;

namespace Hkall.Service.Placing;

/// <summary>What the sources know, in sentences.</summary>
public static class CitationTexts
{
    public static Text Of(CitationDifference difference) => difference.Field switch
    {
        "title" => $"The title is “{difference.Found}”, not “{difference.Typed}”.",
        "container" => $"It is in “{difference.Found}”, not in “{difference.Typed}”.",
        "author" => $"The author is {difference.Found}, not {difference.Typed}.",
        "year" => $"The year is {difference.Found}, not {difference.Typed}.",
        "volume" => $"The volume is {difference.Found}, not {difference.Typed}.",
        "issue" => $"The issue is {difference.Found}, not {difference.Typed}.",
        "pages" => $"The pages are {difference.Found}, not {difference.Typed}.",
        "isbn" => $"The ISBN is {difference.Found}, not {difference.Typed}.",
        "issn" => $"The ISSN is {difference.Found}, not {difference.Typed}.",
        "doi" => $"The DOI is {difference.Found}, not {difference.Typed}.",
        _ => throw new UnreachableException($"No field is called {difference.Field}."),
    };

    /// <summary>Null if there is nothing to note.</summary>
    public static Text? Of(FoundCitation found) => found.Note switch
    {
        CitationNote.None => default(Text),
        CitationNote.NotFound => "We could not find that this work exists. Please check the details, or let library staff look.",
        CitationNote.OtherWork => $"The number belongs to another work: “{found.Other ?? string.Empty}”. Please check which one you need.",
        CitationNote.NotAsked => "The details could not be checked just now. They stand as you typed them.",
    };

    public static Text Of(Sureness sure, string? source) => sure switch
    {
        Sureness.Exact => $"Found by its number in {source ?? string.Empty}.",
        Sureness.Close => $"A close match in {source ?? string.Empty}.",
        Sureness.AsTyped => "As you typed it.",
    };
}
