using System.Xml.Linq;
using Hkall.Domain.Citations;

namespace Hkall.Service.Locating;

/// <summary>What a MARC 21 bibliographic record describes (https://www.loc.gov/marc/bibliographic/).</summary>
internal static class MarcWork
{
    private static readonly char[] Punctuation = [' ', '/', ':', ',', ';', '.', '='];

    /// <returns>Null if it has no title.</returns>
    public static CitedWork? Read(XElement record)
    {
        var fields = record.DescendantsAndSelf().Where(element => element.Name.LocalName == "datafield").ToLookup(
            field => field.Attribute("tag")?.Value ?? string.Empty,
            field => field.Elements().ToLookup(part => part.Attribute("code")?.Value ?? string.Empty, part => part.Value.Trim()));
        IEnumerable<string> All(string tag, string code) => fields[tag].SelectMany(field => field[code]);
        string? First(string tag, string code) => All(tag, code).Select(text => text.Trim(Punctuation)).FirstOrDefault(text => text.Length > 0);

        if (First("245", "a") is not { } title)
        {
            return null;
        }

        var issns = All("022", "a").Concat(All("022", "l")).SelectMany(Issn.ReadAll).Distinct().ToList();
        var isbn = All("020", "a").Select(text => Isbn.Read(text).Value).FirstOrDefault(read => read is not null);
        return new CitedWork
        {
            Kind = issns.Count > 0 && isbn is null ? CitedKind.Journal : CitedKind.Book,
            Title = First("245", "b") is { } subtitle ? $"{title}: {subtitle}" : title,
            Authors = [.. All("100", "a").Concat(All("700", "a")).Select(name => name.Trim(Punctuation)).Where(name => name.Length > 0).Take(10)],
            Publisher = First("264", "b") ?? First("260", "b"),
            Year = (First("264", "c") ?? First("260", "c")) is { } date ? Year.Read(date).Value : null,
            Edition = First("250", "a"),
            Isbn = isbn,
            Issns = issns,
        };
    }
}
