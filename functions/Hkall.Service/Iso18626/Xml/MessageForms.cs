using System.Collections.Frozen;
using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>One kind of message: its element, and how to read and write it.</summary>
internal sealed record MessageForm(
    MessageKind Kind, string Element, Type Message, Func<MessageReader, IsoMessage?> Read, Action<MessageWriter, IsoMessage> Write);

/// <summary>The six messages in one table, for reading and writing.</summary>
internal static class MessageForms
{
    private static readonly MessageForm[] s_all =
    [
        Form(MessageKind.Request, "request", MessageGroups.Request),
        Form(MessageKind.RequestConfirmation, "requestConfirmation", MessageGroups.RequestConfirmed),
        Form(MessageKind.SupplierMessage, "supplyingAgencyMessage", MessageGroups.Supplier),
        Form(MessageKind.SupplierMessageConfirmation, "supplyingAgencyMessageConfirmation", MessageGroups.SupplierConfirmed),
        Form(MessageKind.RequesterMessage, "requestingAgencyMessage", MessageGroups.Requester),
        Form(MessageKind.RequesterMessageConfirmation, "requestingAgencyMessageConfirmation", MessageGroups.RequesterConfirmed),
    ];

    private static readonly FrozenDictionary<string, MessageForm> s_byElement = s_all.ToFrozenDictionary(form => form.Element, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, MessageForm> s_byMessage = s_all.ToFrozenDictionary(form => form.Message);

    public static MessageForm? Of(string element) => s_byElement.GetValueOrDefault(element);

    public static MessageForm Of(IsoMessage message) => s_byMessage[message.GetType()];

    private static MessageForm Form<T>(MessageKind kind, string element, Group<T> group)
        where T : IsoMessage => new(
        kind,
        element,
        typeof(T),
        xml => group.Form.Read(xml, out var message) ? message : null,
        (xml, message) => group.Form.Write(xml, element, (T)message));
}
