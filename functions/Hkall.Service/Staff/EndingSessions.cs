using Hkall.Service.Auditing;
using Hkall.Service.Sessions;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The answer of <c>POST /api/staff/patrons/{patronId}/end-sessions</c>.</summary>
/// <param name="Ended">How many sessions there were.</param>
public sealed record SessionsEnded(int Ended);

/// <summary>
/// Administrators end every session of a person on the pages: someone who left, or whose device was lost. Access tokens are the provider's to
/// withdraw, and so is the right to sign in again.
/// </summary>
public static class EndingSessions
{
    public static void MapEndingSessions(this IEndpointRouteBuilder staff) =>
        staff.MapPost("patrons/{patronId}/end-sessions", EndAsync).AuditedAs(AuditAction.EndedSessions, "patronId")
            .Produces<SessionsEnded>().ProducesProblem(404)
            .WithName("EndSessions").WithSummary("Ends every session of a person on the pages, on every instance at once.").NeedsFreshSignIn();

    /// <summary>Records it first, and ends them.</summary>
    /// <returns>How many there were; null: no person can have that key.</returns>
    public static async Task<int?> EndAllAsync(HttpContext context, string person, SessionStore sessions, CancellationToken cancellation)
    {
        if (!Patron.IsKey(person))
        {
            return null;
        }

        AuditNotes.In(context).Of = person;
        await Audited.RecordFirstAsync(context, [], cancellation);
        return await sessions.EndAllAsync(person, cancellation);
    }

    private static async Task<IResult> EndAsync(HttpContext context, string patronId, SessionStore sessions, CancellationToken cancellation) =>
        await EndAllAsync(context, patronId, sessions, cancellation) is { } ended
            ? Results.Json(new SessionsEnded(ended), PagedJson.Options)
            : Problems.NotFound();
}
