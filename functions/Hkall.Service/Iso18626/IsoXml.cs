using System.Xml;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Iso18626.Xml;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626;

/// <summary>The kinds of message, one per root element.</summary>
public enum MessageKind
{
    Request,
    RequestConfirmation,
    SupplierMessage,
    SupplierMessageConfirmation,
    RequesterMessage,
    RequesterMessageConfirmation,
}

/// <summary>The result of reading a message.</summary>
public sealed record ReadMessage
{
    /// <summary>Null if not even the kind of message is known.</summary>
    public MessageKind? Kind { get; init; }

    /// <summary>Null if it could not be read to its end.</summary>
    public IsoMessage? Message { get; init; }

    /// <summary>The header, even of a message whose rest may be unreadable.</summary>
    public Header? Header { get; init; }

    /// <summary>The version of the message; null if neither its attribute nor its elements show it.</summary>
    public IsoVersion? Version { get; init; }

    /// <summary>The errors of the message; empty if there are none.</summary>
    public IReadOnlyList<ErrorData> Faults { get; init; } = [];
}

/// <summary>Reads and writes ISO 18626 messages as XML: lenient in reading, strict in writing.</summary>
public static class IsoXml
{
    public const string Namespace = "http://illtransactions.org/2013/iso18626";
    public const string Root = "ISO18626Message";

    /// <summary>The largest message read; some systems in the field send up to 100 KiB.</summary>
    public const int LargestBytes = Envelopes.LargestMessageBytes;

    /// <summary>The deepest level of a message is 6 (the country of an address); the rest is room for extensions, which are skipped.</summary>
    public const int DeepestLevel = 16;

    /// <summary>The most values kept of a repeatable element; the rest are skipped.</summary>
    public const int MostRepetitions = 100;

    /// <summary>The most errors in one confirmation.</summary>
    public const int MostErrors = 10;

    /// <summary>The most characters of a wrong value that a confirmation repeats.</summary>
    public const int LongestErrorValue = 200;

    /// <summary>The versions whose elements we know completely.</summary>
    private static readonly HashSet<string> s_known = new(StringComparer.Ordinal) { "1.0", "1.1", "1.2", "2021-1", "2021-2" };

    public static string NameOf(IsoVersion version) => version switch
    {
        IsoVersion.V12 => "1.2",
        IsoVersion.V2021 => "2021-2",
    };

    /// <summary>Reads any body. It never throws: errors are in <see cref="ReadMessage.Faults"/>.</summary>
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
            // Errors that follow from a broken message are not worth reporting.
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

    /// <summary>Writes the message by the schema of its version; values that only 2021 has are written in older terms.</summary>
    /// <exception cref="InvalidOperationException">The message lacks an element its version requires.</exception>
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
