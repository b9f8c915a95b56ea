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
                    if (KindOf(xml.Name) is not { } read || kind is not null)
                    {
                        xml.Fault(ErrorType.UnrecognisedDataElement, xml.Name);
                        xml.Skip();
                        continue;
                    }

                    kind = read;
                    message = Read(xml, read);
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
            Faults = xml.Faults.Count > 0 || message is null ? xml.Faults : Needed.MissingIn(message),
        };
    }

    /// <summary>Writes it as its version's schema asks; what only 2021 can say is said in the older words.</summary>
    /// <exception cref="InvalidOperationException">The message lacks what its version asks for.</exception>
    public static byte[] Write(IsoMessage message, IsoVersion version)
    {
        using var xml = new MessageWriter(version);
        switch (OlderWords.For(version, message))
        {
            case SupplyRequest request:
                MessageGroups.Request.Form.Write(xml, "request", request);
                break;
            case SupplierMessage supplier:
                MessageGroups.Supplier.Form.Write(xml, "supplyingAgencyMessage", supplier);
                break;
            case RequesterMessage requester:
                MessageGroups.Requester.Form.Write(xml, "requestingAgencyMessage", requester);
                break;
            case RequestConfirmation confirmation:
                MessageGroups.RequestConfirmed.Form.Write(xml, "requestConfirmation", confirmation);
                break;
            case SupplierMessageConfirmation confirmation:
                MessageGroups.SupplierConfirmed.Form.Write(xml, "supplyingAgencyMessageConfirmation", confirmation);
                break;
            case RequesterMessageConfirmation confirmation:
                MessageGroups.RequesterConfirmed.Form.Write(xml, "requestingAgencyMessageConfirmation", confirmation);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        return xml.Finish();
    }

    private static IsoMessage? Read(MessageReader xml, MessageKind kind) => kind switch
    {
        MessageKind.Request => MessageGroups.Request.Form.Read(xml, out var message) ? message : null,
        MessageKind.RequestConfirmation => MessageGroups.RequestConfirmed.Form.Read(xml, out var message) ? message : null,
        MessageKind.SupplierMessage => MessageGroups.Supplier.Form.Read(xml, out var message) ? message : null,
        MessageKind.SupplierMessageConfirmation => MessageGroups.SupplierConfirmed.Form.Read(xml, out var message) ? message : null,
        MessageKind.RequesterMessage => MessageGroups.Requester.Form.Read(xml, out var message) ? message : null,
        MessageKind.RequesterMessageConfirmation => MessageGroups.RequesterConfirmed.Form.Read(xml, out var message) ? message : null,
    };

    private static MessageKind? KindOf(string element) => element switch
    {
        "request" => MessageKind.Request,
        "requestConfirmation" => MessageKind.RequestConfirmation,
        "supplyingAgencyMessage" => MessageKind.SupplierMessage,
        "supplyingAgencyMessageConfirmation" => MessageKind.SupplierMessageConfirmation,
        "requestingAgencyMessage" => MessageKind.RequesterMessage,
        "requestingAgencyMessageConfirmation" => MessageKind.RequesterMessageConfirmation,
        _ => null,
    };

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
