using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>Takes in what staff key in from a letter, a call or a visit, whether they use the pages or another program.</summary>
public sealed class ManualLendingRequests(LendingIntake asking, PartnerDirectory directory)
{
    /// <returns>The request and whether it is new.</returns>
    /// <exception cref="BadInputException">Fields are wrong; all are named.</exception>
    public async Task<(VersionedRequest<LendingRequest> Card, bool IsNew)> KeyInAsync(LendingForm form, string by, CancellationToken cancellation)
    {
        var partner = form.Symbol is { } symbol ? await directory.FindAsync(symbol, cancellation) : null;
        return await asking.AskAsync(LendingForms.Check(form, partner is null ? null : Borrowers.Of(partner), partner?.AgencyId), by, cancellation);
    }
}
