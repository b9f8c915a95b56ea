using Hkall.Requests.Lending;
using Hkall.Service.Partners;

namespace Hkall.Service.Lending;

/// <summary>A library of the directory, as a borrower.</summary>
public static class Borrowers
{
    public static Borrower Of(Partner partner) => new(partner.Symbol, partner.Name, BorrowerKind.Reciprocal);
}
