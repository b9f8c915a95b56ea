using System.Xml;
using System.Xml.Linq;
using Hkall.Domain.Citations;

namespace Hkall.Service.Locating;

/// <summary>One holding of one record.</summary>
/// <param name="Codes">Codes that may identify the library, as the catalogue writes them; none if the record names no library.</param>
/// <param name="Available">Whether a copy is on the shelf; null if the record does not say.</param>
public sealed record FoundHolding(IReadOnlyList<string> Codes, bool? Available)
{
    /// <summary>Where the copy stands: its call number and the name of its place, as the catalogue writes them.</summary>
    public ShelfMark Shelf { get; init; } = ShelfMark.Unknown;
}

/// <summary>What one record says.</summary>
/// <param name="Work">What it describes; null if it has no title.</param>
/// <param name="Holdings">The holdings that name a library.</param>
/// <param name="Copies">All that it says of copies, also where it names no library: in a catalogue of one library that is always so.</param>
public sealed record FoundRecord(CitedWork? Work, IReadOnlyList<FoundHolding> Holdings, IReadOnlyList<FoundHolding> Copies)
{
    public static FoundRecord Nothing { get; } = new(null, [], []);
}

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
    /// <returns>No holdings if the record says nothing of them, is a diagnostic in place of a record, or cannot be read.</returns>
    /// <exception cref="XmlException">The record is one that no catalogue would send: it declares a document type or never ends.</exception>
    public static FoundRecord Read(string data, IReadOnlyList<(string Prefix, string Namespace)> prefixes)
    {
        try
        {
            var record = Parse(IsPacked(data) ? Unpacked(data) : data, prefixes);
            var copies = OfRecord(record).ToList();
            return new FoundRecord(
                MarcWork.Read(record),
                [.. copies.Where(copy => copy.Codes.Count > 0)],
                [.. copies.Where(copy => copy.Codes.Count > 0 || copy.Shelf != ShelfMark.Unknown)]);
        }
        catch (XmlException broken) when (broken is not SuspectXmlException)
        {
            return FoundRecord.Nothing;
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
            element.Attribute("tag")?.Value, element.Attribute("ind1")?.Value, element.Attribute("ind2")?.Value,
            [.. element.Elements().Select(part => (part.Attribute("code")?.Value ?? string.Empty, part.Value.Trim()))]),
        _ => Enumerable.Empty<FoundHolding>(),
    });

    private static FoundHolding OfOpac(XElement holding)
    {
        string[] Texts(string name) => [.. holding.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value.Trim())];

        var now = holding.Descendants().Where(element => element.Name.LocalName == "availableNow")
            .Select(element => element.Attribute("value")?.Value is "1" or "true").ToList();
        return new FoundHolding(
            [.. Texts("nucCode").Concat(Texts("localLocation")).Where(code => code.Length > 0)],
            now.Count > 0 ? now.Contains(true) : ShelfWords.Read(Texts("publicNote")))
        {
            Shelf = ShelfMark.Of(Texts("callNumber").FirstOrDefault(), Texts("localLocation").Concat(Texts("shelvingLocation"))),
        };
    }

    /// <param name="way">The first indicator.</param>
    /// <param name="relation">The second.</param>
    private static FoundHolding[] OfField(string? tag, string? way, string? relation, IReadOnlyList<(string Code, string Text)> parts)
    {
        string[] Texts(params string[] codes) => [.. parts.Where(part => codes.Contains(part.Code) && part.Text.Length > 0).Select(part => part.Text)];

        string? Joined(params string[] codes) => Texts(codes) is [_, ..] texts ? string.Join(' ', texts) : null;

        return tag switch
        {
            // The location of MARC 21. Evergreen adds the library that has the copy ($d) and its status ($n), Polaris its status ($r).
            "852" =>
            [
                new(Texts("a", "b", "d"), ShelfWords.Read(Texts("n", "r")))
                {
                    Shelf = ShelfMark.Of(Joined("k", "h", "i", "m") ?? Joined("j"), Texts("b", "c")),
                },
            ],

            // Alma: the institution, the library, and a word of its own for what is in.
            "AVA" => [new(Texts("a", "b"), ShelfWords.Read(Texts("e"))) { Shelf = ShelfMark.Of(Joined("d"), Texts("q", "c")) }],

            // Alma: an electronic copy, by the institution or library to which it belongs. It is on no shelf.
            "AVE" => [new(Texts("a", "b", "i", "l"), null) { Shelf = ShelfMark.Online(Texts("u").FirstOrDefault()) }],

            // Koha: the library that owns the copy and the one that has it.
            "952" =>
            [
                new(Texts("a", "b"), IsInKoha(isDue: Texts("q").Length > 0, Texts("0", "1", "7"))) { Shelf = ShelfMark.Of(Joined("o"), Texts("b", "c")) },
            ],

            // The German union catalogues (GVI, K10plus): the library by its ISIL.
            "924" => [new(Texts("b"), null) { Shelf = ShelfMark.Of(Joined("g"), []) }],

            // Symphony: each copy by its library, its home and its place now, with a call number.
            "999" when Texts("m").Length > 0 && Texts("i", "l").Length > 0 =>
                [new(Texts("m"), ShelfWords.Read(Texts("k"))) { Shelf = ShelfMark.Of(Joined("a"), [.. Texts("m"), .. Texts("l")]) }],
            "926" when Texts("a").Length > 0 && Texts("c").Length > 0 => [new(Texts("a"), ShelfWords.Read(Texts("b"))) { Shelf = ShelfMark.Of(Joined("c"), Texts("a", "b")) }],

            // An address on the web that is the work itself or a version of it, and not a review, a table of contents or a cover.
            "856" when way == "4" && relation is "0" or "1" => [new([], null) { Shelf = ShelfMark.Online(Texts("u").FirstOrDefault()) }],

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
