using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Service.Engine;

namespace Hkall.Pages.Requests;

/// <summary>A request as a row of My Requests.</summary>
/// <param name="Request">With its libraries named in the reader's language.</param>
/// <param name="Version">The version that the row shows.</param>
/// <param name="Actions">The actions allowed now, by the names of their API calls.</param>
/// <param name="Renewal">Whether and until when it can be renewed.</param>
/// <param name="PickupCode">What stands on its slip on the hold shelf; null where it is not there.</param>
public sealed record RequestRow(
    PatronRequest Request, RequestVersion Version, IReadOnlyList<string> Actions, Renewability Renewal, string? PickupCode)
{
    public bool Can(string action) => Actions.Contains(action);
}
