using Hkall.Service.Notices;
using Hkall.Service.Staff;
using Hkall.Service.Web;

namespace Hkall.Service.Slips;

/// <summary>The code of each row, as it stands on the slip: staff match the row with the item in hand without learning a name.</summary>
public sealed class RowCodes(People people) : IRowCodes
{
    public async Task<Page<StaffRow>> AddAsync(Page<StaffRow> page, CancellationToken cancellation)
    {
        var initials = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var patronId in page.Items.Select(row => row.PatronId).Distinct())
        {
            initials[patronId] = PickupCode.Initials((await people.FindAsync(patronId, cancellation))?.Person.Name);
        }

        return page with
        {
            Items = [.. page.Items.Select(row => row with { Initials = Known(initials[row.PatronId]), Code = PickupCode.Of(row.Id, initials[row.PatronId]) })],
        };
    }

    private static string? Known(string initials) => initials.Length == 0 ? null : initials;
}
