using System.Xml;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Xml;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626;

/// <summary>The kinds of message, by the element that holds them.</summary>
public enum MessageKind
{
    Request,
    RequestConfirmation,
    SupplierMessage,
    SupplierMessageConfirmation,
    RequesterMessage,
    RequesterMessageConfirmation,
}

/// <summary>What was read of a message.</summary>
public sealed record ReadMessage
{
    /// <summary>Null where it is not even known which message it is.</summary>
    public MessageKind? Kind { get; init; }

    /// <summary>Null where it could not be read to its end.</summary>
    public IsoMessage? Message { get; init; }

    /// <summary>The header, of a message whose rest may be unreadable.</summary>
    public Header? Header { get; init; }

    /// <summary>The version it is in; null where neither its attribute nor its shape tells.</summary>
    public IsoVersion? Version { get; init; }

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public IReadOnlyList<ErrorData> Faults { get; init; } = [];
}

/// <summary>Messages of ISO 18626 and the XML they travel in. Lenient in what is read, strict in what is written.</summary>
public static class IsoXml
{
    public const string Namespace = "http://illtransactions.org/2013/iso18626";
    public const string Root = "ISO18626Message";

    /// <summary>The largest message read; some systems in the field send up to 100 KiB.</summary>
    public const int LargestBytes = Envelopes.LargestMessageBytes;

    /// <summary>The deepest level of a message is 6 (the country of an address); the rest is room for extensions, which are passed over.</summary>
    public const int DeepestLevel = 16;

    /// <summary>Values of a repeatable element that are kept; the rest is passed over.</summary>
    public const int MostRepetitions = 100;

    /// <summary>Errors told in one confirmation.</summary>
    public const int MostErrors = 10;

    /// <summary>Characters of a wrong value that are told back.</summary>
    public const int LongestErrorValue = 200;

    /// <summary>Versions all of whose elements we know.</summary>
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal) { "1.0", "1.1", "1.2", "2021-1", "2021-2" };

    public static string NameOf(IsoVersion version) => version switch
    {
        IsoVersion.V12 => "1.2",
        IsoVersion.V2021 => "2021-2",
    };

    /// <summary>Reads whatever was sent. Never throws: what is wrong stands in <see cref="ReadMessage.Faults"/>.</summary>
    public static ReadMessage Read(byte[] body)
    {
        if (body.Length > LargestBytes)
        {
            return new ReadMessage { Faults = [new ErrorData { Type = ErrorType.BadlyFormedMessage }] };
        }

        using var xml = new MessageReader(body);
        IsoVersion? said = null;
        MessageKind? kind = null;
        IsoMessage? message = null;
        try
        {
            var version = xml.Begin();
            said = VersionOf(version);
            xml.KnowsEveryElement = version is not null && s_known.Contains(version);
            if (xml.Enter() is { } root)
            {
                while (xml.NextChild(root))
                {
                    if (MessageForms.Of(xml.Name) is not { } form || kind is not null)
                    {
                        xml.Fault(ErrorType.UnrecognisedDataElement, xml.Name);
                        xml.Skip();
                        continue;
                    }

                    kind = form.Kind;
                    message = form.Read(xml);
                }
            }

            if (message is null && xml.Faults.Count == 0)
            {
                xml.Fault(ErrorType.BadlyFormedMessage);
            }
        }
        catch (XmlException)
        {
            // What follows from a broken message is not worth telling.
            return new ReadMessage
            {
                Kind = kind,
                Header = xml.Header,
                Version = said ?? xml.Shape,
                Faults = [new ErrorData { Type = ErrorType.BadlyFormedMessage }],
            };
        }

        return new ReadMessage
        {
            Kind = kind,
            Message = message,
            Header = xml.Header,
            Version = said ?? xml.Shape,
            Faults = xml.Faults.Count > 0 || message is null ? xml.Faults : RequiredElements.MissingIn(message),
        };
    }

    /// <summary>Writes it as its version's schema asks; what only 2021 can say is said in the older words.</summary>
    /// <exception cref="InvalidOperationException">The message lacks what its version asks for.</exception>
    public static byte[] Write(IsoMessage message, IsoVersion version)
    {
        using var xml = new MessageWriter(version);
        var spoken = OlderTerms.For(version, message);
        MessageForms.Of(spoken).Write(xml, spoken);
        return xml.Finish();
    }

    /// <summary>1.3 was the working title of 2021-1, and schemas have since been named for their year.</summary>
    private static IsoVersion? VersionOf(string? attribute) => attribute switch
    {
        "1.0" or "1.1" or "1.2" => IsoVersion.V12,
        "1.3" => IsoVersion.V2021,
        { Length: >= 4 } when int.TryParse(attribute.AsSpan(0, 4), System.Globalization.NumberStyles.None, null, out var year) =>
            year >= 2021 ? IsoVersion.V2021 : IsoVersion.V12,
        _ => null,
    };
}
