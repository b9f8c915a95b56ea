using Hkall.Domain.Lending;
using Hkall.Service.Partners;

namespace Hkall.Service.Lending;

/// <summary>Converts an entry of the directory to a borrower.</summary>
public static class Borrowers
{
    public static Borrower Of(Partner partner) => new(
        partner.Symbol,
        partner.Name,
        KindOf(partner),
        partner.Contact.Email,
        partner.Contact.Address is { Count: > 0 } address ? address : null)
    {
        IsToldByHand = partner is { Endpoint: null, Contact.Email: null or "" },
    };

    /// <summary>The agreement takes precedence over the kind: if neither side charges the other, there is no charge.</summary>
    private static BorrowerKind KindOf(Partner partner) => partner.Reciprocal
        ? BorrowerKind.Reciprocal
        : partner.Kind switch
        {
            PartnerKind.University or PartnerKind.LocalLibrary or PartnerKind.OverseasLibrary => BorrowerKind.Library,
            PartnerKind.GovernmentDepartment => BorrowerKind.Government,
            PartnerKind.RegisteredOrganisation => BorrowerKind.Registered,
        };
}
