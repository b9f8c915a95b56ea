using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>Adds to rows whose they are: the patron's initials, and the code on the slip of the item.</summary>
public interface IRowCodes
{
    Task<Page<StaffRow>> AddAsync(Page<StaffRow> page, CancellationToken cancellation);
}
