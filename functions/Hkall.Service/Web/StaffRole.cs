using System.Text.Json.Serialization;
using Hkall.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Web;

/// <summary>What a member of staff may use. Each call and page of staff belongs to one role; a person may have several.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffRole>))]
public enum StaffRole
{
    /// <summary>Patrons' requests: worklists, the scan box, fees, unprocessed messages.</summary>
    [JsonStringEnumMemberName("desk")] Desk,

    /// <summary>What we lend to others, and its invoices.</summary>
    [JsonStringEnumMemberName("lending")] Lending,

    /// <summary>The directory of libraries, the exchange rates and the policy.</summary>
    [JsonStringEnumMemberName("directory")] Directory,

    [JsonStringEnumMemberName("reports")] Reports,

    /// <summary>The audit trail, and what needs a second person.</summary>
    [JsonStringEnumMemberName("administrator")] Administrator,
}

/// <summary>Marks a route with the role that it needs.</summary>
public sealed record RoleMark(StaffRole Role);

/// <summary>Which roles a call's person has, and which a route needs.</summary>
public static class Roles
{
    /// <summary>The name of the authorization policy of the role. It names no scheme: it is combined with the policy of the calls or of the pages.</summary>
    public static string PolicyOf(StaffRole role) => $"role-{Names.Of(role)}";

    /// <summary>Only for members of staff with this role.</summary>
    public static T NeedsRole<T>(this T routes, StaffRole role)
        where T : IEndpointConventionBuilder => routes.RequireAuthorization(PolicyOf(role)).WithMetadata(new RoleMark(role));

    public static IReadOnlySet<StaffRole> StaffRoles(this HttpContext context) =>
        context.RequestServices.GetRequiredService<RoleMap>().Of(context.User);

    /// <summary>The answer to a person who may not use the route.</summary>
    public static IResult Refuse(HttpContext context) =>
        context.StaffRoles().Count > 0 && context.GetEndpoint()?.Metadata.GetMetadata<RoleMark>() is { Role: var role }
            ? Problems.Of(StatusCodes.Status403Forbidden, "role-needed", $"This needs the role “{Names.Of(role)}”.")
            : Problems.Of(StatusCodes.Status403Forbidden, "not-allowed", "This is for members of staff.");

    internal static void AddRoles(this AuthorizationBuilder policies)
    {
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            policies.AddPolicy(PolicyOf(role), policy => policy.RequireAssertion(call => Of(call).Contains(role)));
        }
    }

    /// <summary>Whether the person has any role of staff.</summary>
    public static bool IsStaff(AuthorizationHandlerContext call) => Of(call).Count > 0;

    private static IReadOnlySet<StaffRole> Of(AuthorizationHandlerContext call) => call.Resource is HttpContext context
        ? context.RequestServices.GetRequiredService<RoleMap>().Of(call.User) : new HashSet<StaffRole>();
}
