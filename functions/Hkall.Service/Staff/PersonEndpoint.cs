using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>Who the patron of a request is.</summary>
/// <param name="LibraryId">The number in the Library's circulation system, as on the patron's card.</param>
public sealed record PersonView(string PatronId, string Name, string? LibraryId, string? Email, PatronGroup? Group);

/// <summary><c>GET /api/staff/requests/{id}/person</c>. The other calls do not say who a patron is; each use of this one is recorded.</summary>
public static class PersonEndpoint
{
    public static void MapPerson(this IEndpointRouteBuilder staff) =>
        staff.MapGet("requests/{id}/person", GetAsync).AuditedAs(AuditAction.LookedAtPerson, "id")
            .Produces<PersonView>().ProducesProblem(404).WithName("StaffRequestPerson")
            .WithSummary("Who the patron of a request is. Each use is recorded, and the patron can see it.");

    private static async Task<IResult> GetAsync(
        string id, RequestStore<PatronRequest, RequestEvent> store, People people, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { Request: var request })
        {
            return Problems.NotFound();
        }

        return (await people.FindAsync(request.PatronId, cancellation))?.Person is { } person
            ? Results.Json(
                new PersonView(
                    request.PatronId, person.Name, person.LibraryId, person.Email is { Length: > 0 } email ? email : null, request.Group),
                PagedJson.Options)
            : Problems.Of(StatusCodes.Status404NotFound, "person-erased", "What was known about the person has been erased.");
    }
}
