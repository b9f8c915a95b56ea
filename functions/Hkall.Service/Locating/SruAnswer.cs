using System.Globalization;
using System.Xml;

namespace Hkall.Service.Locating;

/// <summary>One holding of one record.</summary>
/// <param name="Codes">Codes that may identify the library: 852 $a and $b, or an OPAC holding's NUC code and location.</param>
/// <param name="Available">Whether a copy is on the shelf; null if the record does not say.</param>
public sealed record FoundHolding(IReadOnlyList<string> Codes, bool? Available);

/// <summary>A searchRetrieve response.</summary>
/// <param name="Records">The number of matching records.</param>
/// <param name="Holdings">The holdings in the records sent.</param>
/// <param name="Sent">The number of records sent.</param>
/// <param name="Diagnostic">Why the server could not answer; null if it could.</param>
public sealed record SruAnswer(int Records, IReadOnlyList<FoundHolding> Holdings, int Sent, string? Diagnostic)
{
    /// <summary>A handful of MARC records with their holdings; a longer response is not read to its end.</summary>
    public const int LargestCharacters = 4 * 1024 * 1024;

    /// <summary>SRU around OPAC around MARC is nine levels deep.</summary>
    private const int Deepest = 32;

    private const string Marc = "http://www.loc.gov/MARC21/slim";

    private static readonly string[] Sru = ["http://www.loc.gov/zing/srw/", "http://docs.oasis-open.org/ns/search-ws/sruResponse"];

    /// <summary>Reads a response of either version. Records may be packed as XML or as text.</summary>
    /// <exception cref="XmlException">The response is not of this kind, or larger or deeper than any we asked for.</exception>
    public static SruAnswer Read(Stream xml)
    {
        using var reader = XmlReader.Create(xml, Settings());
        reader.MoveToContent();
        if (reader.LocalName != "searchRetrieveResponse" || !Sru.Contains(reader.NamespaceURI))
        {
            throw new XmlException("It is not an answer to searchRetrieve.");
        }

        var reading = new Reading();
        reading.Read(reader);
        return new SruAnswer(
            reading.Records ?? (reading.Diagnostic is null ? throw new XmlException("It does not say how many records there are.") : 0), reading.Holdings,
            reading.Sent, reading.Diagnostic);
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private sealed class Reading
    {
        private List<string>? _codes;
        private bool? _available;

        public int? Records { get; private set; }

        public int Sent { get; private set; }

        public string? Diagnostic { get; private set; }

        public List<FoundHolding> Holdings { get; } = [];

        public void Read(XmlReader reader)
        {
            while (reader.Read())
            {
                if (reader.Depth > Deepest)
                {
                    throw new XmlException("It is nested too deeply.");
                }

                if (reader.NodeType == XmlNodeType.Element)
                {
                    Begin(reader);
                }
                else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "holding" })
                {
                    End();
                }
            }
        }

        private void Begin(XmlReader reader)
        {
            var ours = Sru.Contains(reader.NamespaceURI);
            switch (reader.LocalName)
            {
                case "numberOfRecords" when ours:
                    Records = int.TryParse(Text(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var records) ? records : null;
                    break;
                case "recordData" when ours:
                    Sent++;
                    ReadRecord(reader);
                    break;
                case "diagnostic" when Records is null or 0:
                    Diagnostic ??= "The catalogue could not answer.";
                    break;
                case "message" when Diagnostic is not null:
                    Diagnostic = Text(reader);
                    break;
                case "datafield" when reader.NamespaceURI == Marc && reader.GetAttribute("tag") == "852":
                    ReadLocation(reader);
                    break;
                case "holding" when !reader.IsEmptyElement:
                    _codes = [];
                    _available = null;
                    break;
                case "nucCode" or "localLocation" when _codes is not null:
                    _codes.Add(Text(reader));
                    break;
                case "availableNow" when _codes is not null:
                    _available = (_available ?? false) || reader.GetAttribute("value") is "1" or "true";
                    break;
            }
        }

        /// <summary>A record packed as text is an XML document of its own.</summary>
        private void ReadRecord(XmlReader reader)
        {
            if (reader.IsEmptyElement)
            {
                return;
            }

            using var inner = reader.ReadSubtree();
            inner.Read();
            while (inner.Read() && inner.NodeType != XmlNodeType.EndElement)
            {
                if (inner.NodeType == XmlNodeType.Element)
                {
                    Begin(inner);
                    Read(inner);
                    return;
                }

                if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && inner.Value.Contains('<', StringComparison.Ordinal))
                {
                    using var text = new StringReader(inner.Value);
                    using var packed = XmlReader.Create(text, Settings());
                    Read(packed);
                }
            }
        }

        private void ReadLocation(XmlReader reader)
        {
            List<string> codes = [];
            using var field = reader.ReadSubtree();
            field.Read();
            while (field.Read())
            {
                if (field is { NodeType: XmlNodeType.Element, LocalName: "subfield" } && field.GetAttribute("code") is "a" or "b")
                {
                    codes.Add(Text(field));
                }
            }

            Holdings.Add(new FoundHolding(codes, null));
        }

        private void End()
        {
            if (_codes is not null)
            {
                Holdings.Add(new FoundHolding(_codes, _available));
                _codes = null;
            }
        }

        private static string Text(XmlReader reader)
        {
            if (reader.IsEmptyElement)
            {
                return string.Empty;
            }

            // The reader is left on the end of the element, so that the loop continues after it.
            using var element = reader.ReadSubtree();
            var text = new System.Text.StringBuilder();
            while (element.Read())
            {
                if (element.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                {
                    text.Append(element.Value);
                }
            }

            return text.ToString().Trim();
        }
    }
}
