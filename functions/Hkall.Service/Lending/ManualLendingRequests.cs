using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>Takes in requests that staff enter from a letter, a call or a visit, on the pages or in another program.</summary>
public sealed class ManualLendingRequests(LendingIntake asking, PartnerDirectory directory)
{
    /// <returns>The request, and whether it is new.</returns>
    /// <exception cref="BadInputException">Fields are invalid; the error names all of them.</exception>
    public async Task<(VersionedRequest<LendingRequest> Card, bool IsNew)> KeyInAsync(LendingForm form, Actor by, CancellationToken cancellation)
    {
        var partner = form.Symbol is { } symbol ? await directory.FindAsync(symbol, cancellation) : null;
        return await asking.AskAsync(LendingForms.Check(form, partner is null ? null : Borrowers.Of(partner), partner?.AgencyId), by, cancellation);
    }
}
