using System.Text.RegularExpressions;
using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>ReShare puts markers between number signs into notes: the meaning of the message, and its sequence number.</summary>
internal sealed partial class ReShareProfile : VendorProfile
{
    private const string AddsCondition = "#ReShareAddLoanCondition#";
    private const string Agrees = "#ReShareLoanConditionAgreeResponse#";
    private const string Disagrees = "#ReShareLoanConditionRejectResponse#";

    /// <summary>A condition without a code; its text is in the note.</summary>
    private static readonly Code s_other = new("Other");

    public override SupplierMessage Heard(SupplierMessage message)
    {
        var adds = message.Info.Note?.Contains(AddsCondition, StringComparison.OrdinalIgnoreCase) == true;
        var plain = message with { Info = message.Info with { Note = WithoutMarkers(message.Info.Note) } };
        return adds
            ? plain with
            {
                // ReShare sends its conditions as a notification; in the standard they are an answer to the request.
                Info = plain.Info with { Reason = ReasonForMessage.RequestResponse },
                Status = plain.Status with { Status = SupplyStatus.WillSupply },
                Delivery = plain.Delivery is { LoanConditions: [_, ..] } stated
                    ? stated : (plain.Delivery ?? new DeliveryInfo()) with { LoanConditions = [s_other] },
            }
            : plain;
    }

    public override RequesterMessage Heard(RequesterMessage message)
    {
        var rest = WithoutMarkers(message.Note);
        return message with
        {
            Note = Says(message.Note, Agrees) ? Joined(Accept, rest) : Says(message.Note, Disagrees) ? Joined(Reject, rest) : rest,
        };
    }

    public override SupplyRequest Told(SupplyRequest message) => message;

    public override SupplierMessage Told(SupplierMessage message) => message.Status.Status == SupplyStatus.WillSupply && Conditions.AreIn(message)
        ? message with { Info = message.Info with { Note = Joined(AddsCondition, message.Info.Note) } }
        : message;

    public override RequesterMessage Told(RequesterMessage message) => AnswerToConditions(message) switch
    {
        true => message with { Note = Agrees },
        false => message with { Note = Disagrees },
        null => message,
    };

    private static bool Says(string? note, string marker) => note?.Contains(marker, StringComparison.OrdinalIgnoreCase) == true;

    private static string Joined(string first, string? rest) => rest is null ? first : $"{first} {rest}";

    private static string? WithoutMarkers(string? note) =>
        note is null ? null : Marker().Replace(note, string.Empty).Trim() is { Length: > 0 } rest ? rest : null;

    [GeneratedRegex("#(ReShare[A-Za-z]*|seq:[0-9]+|lastSeq:-?[0-9]+)#", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
