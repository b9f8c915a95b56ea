using Hkall.Pages.Kit;
using Hkall.Pages.Staff.Lending;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Slips;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Print;

/// <summary>The pages that staff print: slips of borrowed items, and the papers of lending.</summary>
internal static class PrintPages
{
    public static void MapSlips(this IEndpointRouteBuilder pages) =>
        pages.MapMethods("/staff/slips/{kind}", PageRoutes.Reading, SlipsAsync).AuditedAs(AuditAction.Printed, about: "slips");

    public static void MapLendingPapers(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/lending/paper/{kind}", PageRoutes.Reading, PaperAsync).AuditedAs(AuditAction.Printed, "kind");
        pages.MapMethods("/staff/lending/{id}/letters/{number}", PageRoutes.Reading, LendingPaper.LetterAsync).AuditedAs(AuditAction.Printed, "id");
    }

    private static async Task<IResult> SlipsAsync(
        HttpContext context, string kind, string? ids, SlipService slips, CancellationToken cancellation)
    {
        if (kind is not (SlipService.Shelf or SlipService.Return))
        {
            return Problems.NotFound();
        }

        var faults = new Fields();
        var layout = PageForm.Query(context).Choice<SlipLayout>("per", faults) ?? SlipLayout.One;
        faults.ThrowIfAny();
        string[] wanted = ids?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return PageRoutes.Page<SlipsPage>(new
        {
            Shelf = kind == SlipService.Shelf,
            Per = layout,
            Ids = (IReadOnlyList<string>)[.. wanted.Where(RequestIds.IsWellFormed)],
            Slips = ids is null ? [] : await slips.OfAsync(kind, wanted, Visit.Of(context).Language, cancellation),
        });
    }

    /// <summary>Slips or labels for the ticked requests or, where none is ticked, for the whole list.</summary>
    private static async Task<IResult> PaperAsync(HttpContext context, string kind, string? list, OpenLendings lendings, CancellationToken cancellation)
    {
        if (kind is not (LendingLinks.Slips or LendingLinks.Labels))
        {
            return Problems.NotFound();
        }

        IReadOnlyList<string> ids = PageForm.Query(context).All("ids");
        if (ids.Count == 0 && list is not null && LendingWorklists.ByName.TryGetValue(list, out var belongs))
        {
            ids = [.. (await lendings.AllAsync(cancellation)).Where(belongs).Take(Paper.MostAtOnce).Select(request => request.Id)];
            if (ids.Count == 0)
            {
                return PageRoutes.Then(LendingLinks.Worklist(list));
            }
        }

        var joined = string.Join(',', ids);
        return kind == LendingLinks.Slips
            ? await LendingPaper.SlipsAsync(joined, lendings, cancellation) : await LendingPaper.LabelsAsync(joined, lendings, cancellation);
    }
}
