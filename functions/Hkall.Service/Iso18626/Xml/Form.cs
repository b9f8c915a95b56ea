using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>How to read and write an element's content. Reading starts on the element and ends past it; false: it is empty, or a fault was recorded.</summary>
internal sealed record Form<TValue>(TryRead<TValue> Read, Action<MessageWriter, string, TValue> Write);

internal delegate bool TryRead<TValue>(MessageReader xml, [MaybeNullWhen(false)] out TValue value);

internal static class Forms
{
    public static readonly Form<string> Text = new(
        static (MessageReader xml, [MaybeNullWhen(false)] out string value) => (value = xml.Text()) is not null,
        static (xml, name, value) => xml.Element(name, value));

    public static readonly Form<Code> Open = new(
        static (MessageReader xml, [MaybeNullWhen(false)] out Code value) =>
        {
            var scheme = xml.Attribute("scheme");
            value = xml.Text() is { } text ? new Code(text, scheme) : null;
            return value is not null;
        },
        static (xml, name, value) => xml.Element(name, value.Value, value.Scheme));

    public static readonly Form<DateTimeOffset> Instant = Parsed<DateTimeOffset>(Instants.TryParse, Instants.Write);

    public static readonly Form<int> Number = Parsed<int>(
        static (string text, out int value) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        static value => value.ToString(CultureInfo.InvariantCulture));

    public static readonly Form<bool> Truth = Parsed<bool>(
        static (string text, out bool value) =>
        {
            value = text is "true" or "1" or "Y";
            return value || text is "false" or "0" or "N";
        },
        static value => value ? "true" : "false");

    public static readonly Form<decimal> Amount = Parsed<decimal>(
        static (
            string text,
            out decimal value) =>
                decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value),
        static value => value.ToString(CultureInfo.InvariantCulture));

    public static readonly Form<RequestType> RequestType = Closed<RequestType>();
    public static readonly Form<RequestSubType> RequestSubType = Closed<RequestSubType>();
    public static readonly Form<RequestedService> Service = Closed<RequestedService>();
    public static readonly Form<SupplyStatus> Status = Closed<SupplyStatus>();
    public static readonly Form<MessageStatus> MessageStatus = Closed<MessageStatus>();
    public static readonly Form<YesNo> YesNo = Closed<YesNo>();
    public static readonly Form<PreferredEdition> PreferredEdition = Closed<PreferredEdition>();
    public static readonly Form<ErrorType> ErrorType = Closed<ErrorType>();

    // The sender must be able to tell an unsupported value from a misspelt one (ISO 18626, errorType).
    public static readonly Form<RequesterAction> Action = Closed<RequesterAction>(Messages.ErrorType.UnsupportedActionType);
    public static readonly Form<ReasonForMessage> Reason = Closed<ReasonForMessage>(Messages.ErrorType.UnsupportedReasonForMessageType);

    private delegate bool TryParse<TValue>(string text, out TValue value);

    private static Form<TValue> Closed<TValue>(ErrorType fault = Messages.ErrorType.UnrecognisedDataValue)
        where TValue : struct, Enum
    {
        var byName = Enum.GetValues<TValue>().ToFrozenDictionary(value => value.ToString());
        var names = byName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
        return Parsed<TValue>(byName.TryGetValue, value => names[value], fault);
    }

    private static Form<TValue> Parsed<TValue>(TryParse<TValue> parse, Func<TValue, string> write, ErrorType fault = Messages.ErrorType.UnrecognisedDataValue)
        where TValue : struct => new(
        (MessageReader xml, out TValue value) =>
        {
            value = default;
            if (xml.Text() is not { } text)
            {
                return false;
            }

            if (parse(text, out value))
            {
                return true;
            }

            xml.Fault(fault, text);
            return false;
        },
        (xml, name, value) => xml.Element(name, write(value)));
}
