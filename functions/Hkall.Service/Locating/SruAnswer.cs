using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Hkall.Domain.Citations;
using Hkall.Service.Texts;

namespace Hkall.Service.Locating;

/// <summary>A searchRetrieve response.</summary>
/// <param name="Records">The number of matching records.</param>
/// <param name="Holdings">The holdings in the records sent.</param>
/// <param name="Sent">The number of records sent.</param>
/// <param name="Diagnostic">Why the server could not answer; null if it could.</param>
/// <param name="Unread">How many of the records sent do not say who holds them, or not in a way that can be read.</param>
public sealed partial record SruAnswer(int Records, IReadOnlyList<FoundHolding> Holdings, int Sent, string? Diagnostic, int Unread = 0)
{
    /// <summary>A handful of MARC records with their holdings; a longer response is not read to its end.</summary>
    public const int LargestCharacters = 4 * 1024 * 1024;

    /// <summary>What each of the records sent says.</summary>
    public IReadOnlyList<FoundRecord> Found { get; init; } = [];

    /// <summary>What the records sent describe.</summary>
    public IReadOnlyList<CitedWork> Works => [.. Found.Select(record => record.Work).OfType<CitedWork>()];

    /// <summary>The answer as if the other records had not matched.</summary>
    public SruAnswer Only(Func<CitedWork, bool> wanted)
    {
        var found = Found.Where(record => record.Work is { } work && wanted(work)).ToList();
        return Of(found.Count, found, found.Count, Diagnostic);
    }

    private const string RecordData = "recordData";

    /// <summary>The declaration of an XML document, with its encoding, is in its first bytes.</summary>
    private const int LongestDeclaration = 200;

    private static readonly string[] Sru = ["http://www.loc.gov/zing/srw/", "http://docs.oasis-open.org/ns/search-ws/sruResponse"];

    /// <summary>
    /// Reads a response of either version. Records may be packed as XML or as text, and each is read by itself, so that one that
    /// is broken spoils no other.
    /// </summary>
    /// <exception cref="XmlException">The response is not of this kind, or larger or deeper than any we asked for.</exception>
    public static SruAnswer Read(Stream xml)
    {
        var (envelope, data) = Unpack(WithoutIllegal(TextOf(xml)));
        int? records = null;
        string? diagnostic = null;
        var sent = 0;
        using (var text = new StringReader(envelope))
        using (var reader = XmlReader.Create(text, CatalogueRecord.Settings()))
        {
            reader.MoveToContent();
            if (reader.LocalName != "searchRetrieveResponse" || !Sru.Contains(reader.NamespaceURI))
            {
                throw new XmlException("It is not an answer to searchRetrieve.");
            }

            while (reader.Read())
            {
                CatalogueRecord.ThrowIfDeep(reader);
                switch (reader.NodeType == XmlNodeType.Element ? reader.LocalName : null)
                {
                    case "numberOfRecords" when Sru.Contains(reader.NamespaceURI):
                        records = int.TryParse(Content(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
                        break;
                    case RecordData when Sru.Contains(reader.NamespaceURI):
                        sent++;
                        break;
                    case "diagnostic" when records is null or 0:
                        diagnostic ??= "The catalogue could not answer.";
                        break;
                    case "message" when diagnostic is not null:
                        diagnostic = Content(reader);
                        break;
                }
            }
        }

        // The records use prefixes that were declared around them.
        var prefixes = Prefixes().Matches(envelope).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        return Of(
            records ?? (diagnostic is null ? throw new XmlException("It does not say how many records there are.") : 0),
            [.. data.Select(record => CatalogueRecord.Read(record, prefixes))],
            sent,
            diagnostic);
    }

    private static SruAnswer Of(int records, IReadOnlyList<FoundRecord> found, int sent, string? diagnostic) =>
        new(records, [.. found.SelectMany(record => record.Holdings)], sent, diagnostic, sent - found.Count(record => record.Holdings.Count > 0))
        {
            Found = found,
        };

    /// <summary>The response in characters. Bytes that are no characters are replaced: only the words they stand in are lost.</summary>
    private static string TextOf(Stream xml)
    {
        using var bytes = new MemoryStream();
        xml.CopyTo(bytes);
        if (bytes.Length > LargestCharacters)
        {
            throw new XmlException("It is larger than the records we asked for.");
        }

        var start = Encoding.ASCII.GetString(bytes.GetBuffer(), 0, (int)Math.Min(bytes.Length, LongestDeclaration));
        bytes.Position = 0;
        using var reader = new StreamReader(bytes, LatinDeclaration().IsMatch(start) ? Encoding.Latin1 : Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Old records bring the escapes of MARC-8, which no XML may contain. Characters that nobody sees are dropped.</summary>
    private static string WithoutIllegal(string text) => VisibleText.Of(string.Create(text.Length, text, (clean, dirty) =>
    {
        for (var i = 0; i < dirty.Length; i++)
        {
            clean[i] = XmlConvert.IsXmlChar(dirty[i]) || char.IsSurrogate(dirty[i]) ? dirty[i] : '\uFFFD';
        }
    }));

    /// <summary>The response without the content of its records, and that content.</summary>
    private static (string Envelope, IReadOnlyList<string> Data) Unpack(string text)
    {
        var envelope = new StringBuilder();
        List<string> data = [];
        var kept = 0;
        for (var at = text.IndexOf(RecordData, StringComparison.Ordinal); at >= 0; at = text.IndexOf(RecordData, at, StringComparison.Ordinal))
        {
            var (name, opens, ends) = (text.LastIndexOf('<', at), at, text.IndexOf('>', at));
            at += RecordData.Length;
            var tag = name >= 0 ? text[(name + 1)..(opens + RecordData.Length)] : string.Empty;
            if (ends < 0 || text[ends - 1] == '/' || !ElementName().IsMatch(tag))
            {
                continue;
            }

            var closes = text.IndexOf($"</{tag}", ends, StringComparison.Ordinal);
            if (closes < 0)
            {
                break;
            }

            envelope.Append(text, kept, ends + 1 - kept);
            data.Add(text[(ends + 1)..closes]);
            kept = closes;
            at = closes + tag.Length;
        }

        return (envelope.Append(text, kept, text.Length - kept).ToString(), data);
    }

    private static string Content(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return string.Empty;
        }

        // The reader is left on the end of the element, so that the loop continues after it.
        using var element = reader.ReadSubtree();
        var text = new StringBuilder();
        while (element.Read())
        {
            if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                text.Append(element.Value);
            }
        }

        return text.ToString().Trim();
    }

    [GeneratedRegex("""xmlns:([\w.-]+)\s*=\s*["']([^"'<]+)["']""")]
    private static partial Regex Prefixes();

    [GeneratedRegex("""encoding\s*=\s*["'](?:iso-8859-1|latin-?1|windows-1252)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex LatinDeclaration();

    [GeneratedRegex($@"^(?:[\w.-]{{1,40}}:)?{RecordData}$")]
    private static partial Regex ElementName();
}
