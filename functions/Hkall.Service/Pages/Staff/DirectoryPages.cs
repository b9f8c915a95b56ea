using System.Text.Json;
using Hkall.Service.MyRequests;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.StaffDesk;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages.Staff;

/// <summary>The directory of libraries and the policy, to read. They are changed through the API and with a new policy file.</summary>
internal static class DirectoryPages
{
    public static void MapDirectoryPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/staff/partners", async (PartnerDirectory directory, CancellationToken cancellation) =>
            PageRoutes.Page<PartnersPage>(new { Partners = (await directory.AllAsync(cancellation)).Values.ToList() }));
        pages.MapPage("/staff/partners/{symbol}", PartnerAsync);
        pages.MapPage("/staff/policy", Policy);
    }

    private static async Task<IResult> PartnerAsync(HttpContext context, string symbol, PartnerDirectory directory, CancellationToken cancellation)
    {
        if (await directory.FindAsync(symbol, cancellation) is not { } partner)
        {
            return Problems.NotFound();
        }

        var say = Visit.Of(context);
        return PageRoutes.Page<JsonPage>(new
        {
            Title = partner.Name,
            Back = new PageBack("/staff/partners", say.Say("Libraries", "圖書館名錄")),
            Document = JsonSerializer.SerializeToElement(PartnerView.Of(partner), Answers.Options),
        });
    }

    private static IResult Policy(HttpContext context, PolicyDocument policy)
    {
        var say = Visit.Of(context);
        return PageRoutes.Page<JsonPage>(new
        {
            Title = say.Say("Policy", "規則"),
            Lead = say.Say("The figures by which requests are decided now. They come from the policy file and change with it.", "系統目前依據的規則及數值，載於規則檔案，修改檔案後生效。"),
            Room = "policy",
            Document = JsonSerializer.SerializeToElement(policy with { Figures = policy.ToPolicy() }, Answers.Options),
        });
    }
}
