using System.Text;
using System.Xml;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.Service.Texts;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>
/// Reads one message once, from front to back. It records a faulty part and reads on, so that the answer can name the sender
/// and every fault. A body that is not XML, or not of this standard, ends the reading.
/// </summary>
internal sealed class MessageReader : IDisposable
{
    private readonly XmlReader _xml;
    private readonly List<ErrorData> _faults = [];
    private int _only12;
    private int _only2021;

    public MessageReader(byte[] body)
    {
        _xml = XmlReader.Create(new MemoryStream(body, writable: false), Settings);
    }

    private static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = IsoXml.LargestBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public IReadOnlyList<ErrorData> Faults => _faults;

    /// <summary>True if we know every element of the version; in a later version we skip unknown elements.</summary>
    public bool KnowsEveryElement { get; set; }

    /// <summary>The header of a message whose rest may be unreadable.</summary>
    public Header? Header { get; set; }

    public string Name => _xml.LocalName;

    /// <summary>The version to which the elements so far belong; null if they belong to both.</summary>
    public IsoVersion? Shape => (_only12, _only2021) switch
    {
        (0, > 0) => IsoVersion.V2021,
        ( > 0, _) => IsoVersion.V12,
        _ => null,
    };

    public void Looks(IsoVersion like)
    {
        switch (like)
        {
            case IsoVersion.V12:
                _only12++;
                break;
            case IsoVersion.V2021:
                _only2021++;
                break;
        }
    }

    /// <summary>Records a fault: each kind once, and no more than fit in an answer.</summary>
    public void Fault(ErrorType type, string? value = null)
    {
        var fault = new ErrorData { Type = type, Value = value is { Length: > IsoXml.LongestErrorValue } ? value[..IsoXml.LongestErrorValue] : value };
        if (_faults.Count < IsoXml.MostErrors && !_faults.Contains(fault))
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Moves to the root.</summary>
    /// <returns>The version attribute, in any namespace; null if there is none.</returns>
    public string? Begin()
    {
        Read();
        while (_xml.NodeType == XmlNodeType.XmlDeclaration)
        {
            Read();
        }

        if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != IsoXml.Root || _xml.NamespaceURI != IsoXml.Namespace)
        {
            throw new XmlException("The root is not that of an ISO 18626 message.");
        }

        return Attribute("version");
    }

    public string? Attribute(string name)
    {
        if (!_xml.HasAttributes)
        {
            return null;
        }

        string? found = null;
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == name && _xml.NamespaceURI != "http://www.w3.org/2000/xmlns/")
            {
                found = _xml.Value.Trim();
            }
        }

        _xml.MoveToElement();
        return string.IsNullOrEmpty(found) ? null : found;
    }

    /// <summary>Steps into the current element.</summary>
    /// <returns>Its depth, for <see cref="NextChild"/>; null if it is empty, and then the reader has passed it.</returns>
    public int? Enter()
    {
        var (empty, depth) = (_xml.IsEmptyElement, _xml.Depth);
        Read();
        return empty ? null : depth;
    }

    /// <summary>Moves to the next child element of this namespace, or past the parent's end. It skips everything else.</summary>
    public bool NextChild(int parent)
    {
        while (true)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.EndElement when _xml.Depth == parent:
                    Read();
                    return false;
                case XmlNodeType.Element when _xml.NamespaceURI == IsoXml.Namespace:
                    return true;
                case XmlNodeType.Element:
                    Skip();
                    break;
                case XmlNodeType.None:
                    return false;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Fault(ErrorType.UnrecognisedDataValue, _xml.Value.Trim());
                    Read();
                    break;
                default:
                    Read();
                    break;
            }
        }
    }

    public void Unknown()
    {
        if (KnowsEveryElement)
        {
            Fault(ErrorType.UnrecognisedDataElement, Name);
        }

        Skip();
    }

    /// <summary>Reads the text of the current element, without invisible characters, and moves past it; null if it is empty.</summary>
    public string? Text()
    {
        if (Enter() is not { } depth)
        {
            return null;
        }

        string? text = null;
        StringBuilder? more = null;
        while (true)
        {
            switch (_xml.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (text is null)
                    {
                        text = _xml.Value;
                    }
                    else
                    {
                        more = (more ?? new StringBuilder(text)).Append(_xml.Value);
                    }

                    Read();
                    break;
                case XmlNodeType.EndElement when _xml.Depth == depth:
                    Read();
                    return VisibleText.Of(more?.ToString() ?? text ?? string.Empty).Trim() is { Length: > 0 } content ? content : null;
                case XmlNodeType.Element:
                    Unknown();
                    break;
                default:
                    throw new XmlException("An element is not closed.");
            }
        }
    }

    /// <summary>Skips an element and all of its content step by step, so that deep nesting cannot exhaust the stack.</summary>
    public void Skip()
    {
        if (Enter() is not { } depth)
        {
            return;
        }

        while (_xml.NodeType != XmlNodeType.EndElement || _xml.Depth > depth)
        {
            if (!Read())
            {
                return;
            }
        }

        Read();
    }

    public void Dispose() => _xml.Dispose();

    private bool Read()
    {
        var read = _xml.Read();
        return _xml.Depth > IsoXml.DeepestLevel ? throw new XmlException("It is nested too deeply.") : read;
    }
}
