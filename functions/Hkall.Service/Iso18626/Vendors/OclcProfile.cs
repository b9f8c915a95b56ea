using Hkall.Service.Iso18626.Messages;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>
/// OCLC adds a line about loan conditions to each of its notes, also where there are none, and repeats the status of the request with messages
/// that only say something. It answers a request and completes a loan with the same reason, which the statuses tell apart.
/// </summary>
internal sealed class OclcProfile : VendorProfile
{
    /// <summary>The line of a request without conditions. Any other is for staff to read.</summary>
    private const string NoCondition = "Loan condition: OTHER (none)";

    public override SupplierMessage Heard(SupplierMessage message)
    {
        var plain = message with { Info = message.Info with { Note = WithoutEmptyLine(message.Info.Note) } };

        // A request that OCLC has long closed gets such a message too, for example that a number in ours is wrong.
        return plain.Info is { Reason: ReasonForMessage.Notification, Note: not null }
            ? plain with { Status = plain.Status with { Status = SupplyStatus.RequestReceived } }
            : plain;
    }

    public override RequesterMessage Heard(RequesterMessage message) => message with { Note = WithoutEmptyLine(message.Note) };

    public override SupplyRequest Told(SupplyRequest message) => message;

    public override SupplierMessage Told(SupplierMessage message) => message;

    public override RequesterMessage Told(RequesterMessage message) => message;

    private static string? WithoutEmptyLine(string? note) => note is null
        ? null
        : string.Join('\n', note.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.Equals(NoCondition, StringComparison.OrdinalIgnoreCase))) is { Length: > 0 } rest ? rest : null;
}
