using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;

namespace Hkall.Service.Iso18626.Vendors;

/// <summary>
/// What a system means and cannot say in the standard's elements it says in notes, each in its own way. Here it is put into
/// plain terms when it is heard, and into its way of speaking when it is told. The plain terms: conditions are loan
/// conditions or costs on a promise, and their answer is a notification whose note is <see cref="Accept"/> or <see cref="Reject"/>.
/// </summary>
public abstract class VendorProfile
{
    /// <summary>The words by which most systems know the answer to their conditions.</summary>
    public const string Accept = "ACCEPT";

    /// <inheritdoc cref="Accept"/>
    public const string Reject = "REJECT";

    public static VendorProfile Of(Vendor vendor) => vendor switch
    {
        Vendor.Plain => s_plain,
        Vendor.ReShare => s_reShare,
        Vendor.Alma => s_alma,
    };

    private static readonly StandardProfile s_plain = new();
    private static readonly ReShareProfile s_reShare = new();
    private static readonly AlmaProfile s_alma = new();

    public abstract SupplierMessage Heard(SupplierMessage message);

    public abstract RequesterMessage Heard(RequesterMessage message);

    public abstract SupplyRequest Told(SupplyRequest message);

    public abstract SupplierMessage Told(SupplierMessage message);

    public abstract RequesterMessage Told(RequesterMessage message);

    /// <summary>Whether the library that asked accepts what we would supply on; null where it says neither.</summary>
    public static bool? AnswerToConditions(RequesterMessage message) => message is { Action: RequesterAction.Notification, Note: { } note }
        ? note.StartsWith(Accept, StringComparison.OrdinalIgnoreCase) ? true
        : note.StartsWith(Reject, StringComparison.OrdinalIgnoreCase) ? false
        : null
        : null;
}

/// <summary>A system without habits.</summary>
internal sealed class StandardProfile : VendorProfile
{
    public override SupplierMessage Heard(SupplierMessage message) => message;

    public override RequesterMessage Heard(RequesterMessage message) => message;

    public override SupplyRequest Told(SupplyRequest message) => message;

    public override SupplierMessage Told(SupplierMessage message) => message;

    public override RequesterMessage Told(RequesterMessage message) => message;
}
