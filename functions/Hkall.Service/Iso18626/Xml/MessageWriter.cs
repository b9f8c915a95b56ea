using System.Text;
using System.Xml;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>Writes one message in one version. The default namespace is the standard's; its attributes need a prefix.</summary>
internal sealed class MessageWriter : IDisposable
{
    private const string Prefix = "ill";

    private readonly MemoryStream _bytes = new();
    private readonly XmlWriter _xml;

    public MessageWriter(IsoVersion version)
    {
        Version = version;
        _xml = XmlWriter.Create(_bytes, Settings);
        _xml.WriteStartElement(string.Empty, IsoXml.Root, IsoXml.Namespace);
        _xml.WriteAttributeString("xmlns", Prefix, null, IsoXml.Namespace);
        _xml.WriteAttributeString(Prefix, "version", IsoXml.Namespace, IsoXml.NameOf(version));
    }

    private static XmlWriterSettings Settings { get; } = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public IsoVersion Version { get; }

    public void Start(string name) => _xml.WriteStartElement(string.Empty, name, IsoXml.Namespace);

    public void End() => _xml.WriteEndElement();

    public void Element(string name, string text, string? scheme = null)
    {
        Start(name);
        if (scheme is not null && Uri.TryCreate(scheme, UriKind.RelativeOrAbsolute, out _))
        {
            _xml.WriteAttributeString(Prefix, "scheme", IsoXml.Namespace, Sendable(scheme));
        }

        _xml.WriteString(Sendable(text));
        End();
    }

    public byte[] Finish()
    {
        _xml.WriteEndElement();
        _xml.Flush();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _bytes.Dispose();
    }

    /// <summary>Removes characters XML does not allow: most control characters, and halves of surrogate pairs.</summary>
    private static string Sendable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSendable(text, i))
            {
                return string.Concat(Enumerable.Range(0, text.Length).Where(at => IsSendable(text, at)).Select(at => text[at]));
            }
        }

        return text;
    }

    private static bool IsSendable(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) ? i > 0 && char.IsHighSurrogate(text[i - 1])
        : XmlConvert.IsXmlChar(text[i]);
}
