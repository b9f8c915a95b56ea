using System.Xml;
using System.Xml.Linq;
using Hkall.Domain.Citations;

namespace Hkall.Service.Locating;

/// <summary>One holding of one record.</summary>
/// <param name="Codes">Codes that may identify the library, as the catalogue writes them.</param>
/// <param name="Available">Whether a copy is on the shelf; null if the record does not say.</param>
public sealed record FoundHolding(IReadOnlyList<string> Codes, bool? Available);

/// <summary>
/// Reads who holds the item of a record: MARC 21 in any namespace or none (also MARCXchange), alone or in an OPAC record. Each kind
/// of system writes the holdings into fields of its own.
/// </summary>
internal static class CatalogueRecord
{
    /// <summary>OPAC around MARC is seven levels deep.</summary>
    private const int Deepest = 32;

    /// <param name="data">The content of a record: XML, or XML packed as text.</param>
    /// <param name="prefixes">The prefixes declared around the record.</param>
    /// <returns>None if the record says nothing about holdings, is a diagnostic in place of a record, or cannot be read.</returns>
    /// <exception cref="XmlException">The record is one that no catalogue would send: it declares a document type or never ends.</exception>
    public static IReadOnlyList<FoundHolding> HoldingsIn(string data, IReadOnlyList<(string Prefix, string Namespace)> prefixes)
    {
        try
        {
            var record = Parse(IsPacked(data) ? Unpacked(data) : data, prefixes);
            return [.. OfRecord(record).Where(holding => holding.Codes.Count > 0)];
        }
        catch (XmlException broken) when (broken is not SuspectXmlException)
        {
            return [];
        }
    }

    /// <summary>The book or journal that a MARC record describes; null if it cannot be read.</summary>
    public static CitedWork? WorkIn(string data, IReadOnlyList<(string Prefix, string Namespace)> prefixes)
    {
        try
        {
            return MarcWork.Read(Parse(IsPacked(data) ? Unpacked(data) : data, prefixes));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SruAnswer.LargestCharacters,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    public static void ThrowIfDeep(XmlReader reader)
    {
        if (reader.Depth > Deepest)
        {
            throw new SuspectXmlException("It is nested too deeply.");
        }
    }

    private static bool IsPacked(string data) => data.TrimStart() is var start
        && (start.StartsWith("&lt;", StringComparison.Ordinal) || start.StartsWith("<![CDATA[", StringComparison.Ordinal));

    private static string Unpacked(string data) => Parse($"<packed>{data}</packed>", []).Value;

    private static XElement Parse(string xml, IReadOnlyList<(string Prefix, string Namespace)> prefixes)
    {
        if (xml.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            throw new SuspectXmlException("It declares a document type.");
        }

        using (var scan = Reader(xml, prefixes))
        {
            while (scan.Read())
            {
                ThrowIfDeep(scan);
            }
        }

        using var reader = Reader(xml, prefixes);
        return XElement.Load(reader);
    }

    private static XmlReader Reader(string xml, IReadOnlyList<(string Prefix, string Namespace)> prefixes)
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, space) in prefixes.Where(declared => declared.Prefix is not ("xml" or "xmlns")))
        {
            names.AddNamespace(prefix, space);
        }

        return XmlReader.Create(new StringReader(xml.Trim()), Settings(), new XmlParserContext(null, names, null, XmlSpace.None));
    }

    private static IEnumerable<FoundHolding> OfRecord(XElement record) => record.DescendantsAndSelf().SelectMany(element => element.Name.LocalName switch
    {
        "holding" => [OfOpac(element)],
        "datafield" => OfField(
            element.Attribute("tag")?.Value, [.. element.Elements().Select(part => (part.Attribute("code")?.Value ?? string.Empty, part.Value.Trim()))]),
        _ => Enumerable.Empty<FoundHolding>(),
    });

    private static FoundHolding OfOpac(XElement holding)
    {
        string[] Texts(string name) => [.. holding.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value.Trim())];

        var now = holding.Descendants().Where(element => element.Name.LocalName == "availableNow")
            .Select(element => element.Attribute("value")?.Value is "1" or "true").ToList();
        return new FoundHolding(
            [.. Texts("nucCode").Concat(Texts("localLocation")).Where(code => code.Length > 0)],
            now.Count > 0 ? now.Contains(true) : ShelfWords.Read(Texts("publicNote")));
    }

    private static FoundHolding[] OfField(string? tag, IReadOnlyList<(string Code, string Text)> parts)
    {
        string[] Texts(params string[] codes) => [.. parts.Where(part => codes.Contains(part.Code) && part.Text.Length > 0).Select(part => part.Text)];

        return tag switch
        {
            // The location of MARC 21. Evergreen adds the library that has the copy ($d) and its status ($n), Polaris its status ($r).
            "852" => [new(Texts("a", "b", "d"), ShelfWords.Read(Texts("n", "r")))],

            // Alma: the institution, the library, and a word of its own for what is in.
            "AVA" => [new(Texts("a", "b"), ShelfWords.Read(Texts("e")))],

            // Alma: an electronic copy, by the institution or library to which it belongs. It is on no shelf.
            "AVE" => [new(Texts("a", "b", "i", "l"), null)],

            // Koha: the library that owns the copy and the one that has it.
            "952" => [new(Texts("a", "b"), IsInKoha(isDue: Texts("q").Length > 0, Texts("0", "1", "7")))],

            // The German union catalogues (GVI, K10plus): the library by its ISIL.
            "924" => [new(Texts("b"), null)],

            // The institutions that hold it, by their codes.
            "850" => [.. Texts("a").Select(code => new FoundHolding([code], null))],
            _ => [],
        };
    }

    /// <param name="flags">Withdrawn, lost and not for loan; each is 0 if it is not so, and none is sent by other systems than Koha.</param>
    private static bool? IsInKoha(bool isDue, string[] flags) => isDue || flags.Any(flag => flag != "0") ? false : flags.Length > 0 ? true : null;

    /// <summary>XML that means harm, or is no catalogue's: the rest of the answer is not read either.</summary>
    private sealed class SuspectXmlException(string message) : XmlException(message);
}
