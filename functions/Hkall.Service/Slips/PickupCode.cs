using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Web;

namespace Hkall.Service.Slips;

/// <summary>The code printed on a hold-shelf slip instead of a name: <see cref="ShelfCode"/>, which the patron's mail says as well.</summary>
public static class PickupCode
{
    public static string Of(PatronRequest request, Person? person) => ShelfCode.Of(request.Id, person?.Name);

    internal static string Of(string requestId, string initials) => ShelfCode.With(initials, requestId);

    internal static string Initials(string? name) => ShelfCode.Initials(name);
}
