using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>
/// Systems put into notes what the standard's elements cannot express, each in its own way. A profile translates such notes into
/// standard terms on receipt, and back when sending. In standard terms, conditions are loan conditions or costs on a promise, and
/// their answer is a notification whose note is <see cref="Accept"/> or <see cref="Reject"/>.
/// </summary>
public abstract class VendorProfile
{
    /// <summary>The note that most systems read as the answer to their conditions.</summary>
    public const string Accept = "ACCEPT";

    /// <inheritdoc cref="Accept"/>
    public const string Reject = "REJECT";

    public static VendorProfile Of(Vendor vendor) => vendor switch
    {
        Vendor.Plain => s_plain,
        Vendor.ReShare => s_reShare,
        Vendor.Alma => s_alma,
        Vendor.Oclc => s_oclc,
        Vendor.Koha => s_koha,
        Vendor.CrossLink => s_crossLink,
    };

    private static readonly StandardProfile s_plain = new();
    private static readonly ReShareProfile s_reShare = new();
    private static readonly AlmaProfile s_alma = new();
    private static readonly OclcProfile s_oclc = new();
    private static readonly KohaProfile s_koha = new();
    private static readonly CrossLinkProfile s_crossLink = new();

    public abstract SupplierMessage Heard(SupplierMessage message);

    public abstract RequesterMessage Heard(RequesterMessage message);

    public abstract SupplyRequest Told(SupplyRequest message);

    public abstract SupplierMessage Told(SupplierMessage message);

    public abstract RequesterMessage Told(RequesterMessage message);

    /// <summary>What the library wrote besides the answer; null if nothing.</summary>
    public static string? WithoutAnswer(string note) => note[(note.StartsWith(Accept, StringComparison.OrdinalIgnoreCase) ? Accept : Reject).Length..].Trim() is
    { Length: > 0 } rest ? rest : null;

    /// <summary>Whether the requesting library accepts our conditions; null if it says neither.</summary>
    public static bool? AnswerToConditions(RequesterMessage message) => message is { Action: RequesterAction.Notification, Note: { } note }
        ? note.StartsWith(Accept, StringComparison.OrdinalIgnoreCase) ? true
        : note.StartsWith(Reject, StringComparison.OrdinalIgnoreCase) ? false
        : null
        : null;
}

/// <summary>The profile of a system without peculiarities.</summary>
internal sealed class StandardProfile : VendorProfile
{
    public override SupplierMessage Heard(SupplierMessage message) => message;

    public override RequesterMessage Heard(RequesterMessage message) => message;

    public override SupplyRequest Told(SupplyRequest message) => message;

    public override SupplierMessage Told(SupplierMessage message) => message;

    public override RequesterMessage Told(RequesterMessage message) => message;
}
