using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>Shows who the patron of a request is. It is a form and no link, so that no browser asks for it by itself.</summary>
internal static class PersonPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/requests/{id}/person", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapPost(
            "/staff/requests/{id}/person",
            (HttpContext context, string id, StaffRequestView view) => view.ShowAsync(context, id, told: null, withPerson: true))
            .AuditedAs(AuditAction.LookedAtPerson, "id");
    }
}
