using System.Text.RegularExpressions;
using Hkall.Domain.Citations;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Citations.Oracles;

/// <summary>A reference as it is pasted.</summary>
internal sealed record Reference(string Name, string Form, string Text);

/// <summary>The references of <c>references.txt</c>.</summary>
internal static partial class References
{
    public const string Folder = "Citations/Oracles";

    public static IReadOnlyList<Reference> All { get; } = Read();

    private static List<Reference> Read()
    {
        var parts = Head().Split(Approved.Read($"{Folder}/references.txt"));
        return [.. parts.Skip(1).Chunk(3).Select(part => new Reference(part[1], part[0], part[2].Trim()))];
    }

    [GeneratedRegex(@"^=== (\w+) (.+)$", RegexOptions.Multiline)]
    private static partial Regex Head();
}

/// <summary>What a reader made of a reference, field by field, in one spelling, so that readers can be compared.</summary>
internal sealed partial class ReadFields
{
    public static readonly IReadOnlyList<string> Names = ["title", "container", "authors", "year", "volume", "issue", "pages", "doi", "isbn"];

    private readonly Dictionary<string, string> _values = [];

    public string? this[string name]
    {
        get => _values.GetValueOrDefault(name);
        set
        {
            if (OneSpelling(name, value) is { Length: > 0 } spelt)
            {
                _values[name] = spelt;
            }
        }
    }

    /// <summary>What our reader makes of it.</summary>
    public static ReadFields OfOurs(string text)
    {
        if (PastedText.Read(text).Items is not [var one])
        {
            return new ReadFields();
        }

        var work = one.Work;
        return new ReadFields
        {
            ["title"] = work.Title,
            ["container"] = work.Container,
            ["authors"] = string.Join("; ", work.Authors.Select(Family)),
            ["year"] = work.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["volume"] = work.Volume,
            ["issue"] = work.Issue,
            ["pages"] = work.Pages,
            ["doi"] = work.Doi,
            ["isbn"] = work.Isbn,
        };
    }

    /// <summary>Our reader keeps names as they are written; the others take them apart.</summary>
    private static string Family(string name) => name.Split(',') is [var family, _, ..] ? family
        : Initials().Match(name) is { Success: true } given ? name[..given.Index]
        : name;

    private static string? OneSpelling(string field, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var text = Blanks().Replace(value.Normalize(System.Text.NormalizationForm.FormC), " ").Trim().ToLowerInvariant()
            .Replace('–', '-').Replace('“', '"').Replace('”', '"').Replace('’', '\'');
        return field switch
        {
            "doi" => Doi.Read(text).Value,
            "isbn" => Isbn.Read(text).Value,
            "pages" => Whole(text),
            _ => text.TrimEnd('.'),
        };
    }

    /// <summary>263-91 is 263-291.</summary>
    private static string Whole(string pages) => Range().Match(pages) is { Success: true } range && range.Groups[1].Length > range.Groups[2].Length
        ? $"{range.Groups[1].Value}-{range.Groups[1].Value[..^range.Groups[2].Length]}{range.Groups[2].Value}"
        : pages;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^(\d+)-(\d+)$")]
    private static partial Regex Range();

    /// <summary>The initials after a name, as in "Watson JD".</summary>
    [GeneratedRegex(@"\s\p{Lu}{1,4}$")]
    private static partial Regex Initials();
}
