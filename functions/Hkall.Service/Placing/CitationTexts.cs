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
        "title" => Text.Of($"The title is “{difference.Found}”, not “{difference.Typed}”."),
        "container" => Text.Of($"It is in “{difference.Found}”, not in “{difference.Typed}”."),
        "author" => Text.Of($"The author is {difference.Found}, not {difference.Typed}."),
        "year" => Text.Of($"The year is {difference.Found}, not {difference.Typed}."),
        "volume" => Text.Of($"The volume is {difference.Found}, not {difference.Typed}."),
        "issue" => Text.Of($"The issue is {difference.Found}, not {difference.Typed}."),
        "pages" => Text.Of($"The pages are {difference.Found}, not {difference.Typed}."),
        "isbn" => Text.Of($"The ISBN is {difference.Found}, not {difference.Typed}."),
        "issn" => Text.Of($"The ISSN is {difference.Found}, not {difference.Typed}."),
        "doi" => Text.Of($"The DOI is {difference.Found}, not {difference.Typed}."),
        _ => throw new UnreachableException($"No field is called {difference.Field}."),
    };

    /// <summary>Null if there is nothing to note.</summary>
    public static Text? Of(FoundCitation found) => found.Note switch
    {
        CitationNote.None => default(Text),
        CitationNote.NotFound => Text.Of("We could not find that this work exists. Please check the details, or let library staff look."),
        CitationNote.OtherWork => Text.Of($"The number belongs to another work: “{found.Other ?? string.Empty}”. Please check which one you need."),
        CitationNote.NotAsked => Text.Of("The details could not be checked just now. They stand as you typed them."),
    };

    public static Text Of(Sureness sure, string? source) => sure switch
    {
        Sureness.Exact => Text.Of($"Found by its number in {source ?? string.Empty}."),
        Sureness.Close => Text.Of($"A close match in {source ?? string.Empty}."),
        Sureness.AsTyped => Text.Of("As you typed it."),
    };
}
