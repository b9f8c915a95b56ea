using Hkall.Requests;
using Hkall.Requests.Lending;
using Hkall.Service.Lending;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages.Staff.Lending;

/// <summary>The lending side of the desk: lists of work, and one request with what can be done.</summary>
internal static class LendingPages
{
    public static void MapLendingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/staff/lending", HomeAsync);
        pages.MapPage("/staff/lending/worklists/{name}", ListAsync);
        pages.MapPage("/staff/lending/paper/{kind}", PaperAsync);
        pages.MapPage("/staff/lending/{id}", (HttpContext context, string id, string? told, Cabinet<LendingRequest, LendingEvent> cabinet, CancellationToken cancellation) =>
            PageAsync(context, id, told, null, cabinet, cancellation));
        pages.MapPost("/staff/lending/{id}", ActAsync);
    }

    private static async Task<IResult> HomeAsync(OpenLendings lendings, TimeProvider clock, CancellationToken cancellation)
    {
        var all = await lendings.AllAsync(cancellation);
        return PageRoutes.Page<LendingHomePage>(new { Lists = LendingWorklists.ByName.Select(list => LendingWorklists.CountOf(list.Key, [.. all.Where(list.Value)])).ToList(), Now = clock.GetUtcNow() });
    }

    private static async Task<IResult> ListAsync(string name, OpenLendings lendings, CancellationToken cancellation) =>
        LendingWorklists.ByName.TryGetValue(name, out var belongs)
            ? PageRoutes.Page<LendingListPage>(new { Name = name, Rows = (await lendings.AllAsync(cancellation)).Where(belongs).Take(MostRows).Select(LendingRow.Of).ToList() })
            : Problems.NotFound();

    /// <summary>Slips or labels of those ticked or, where none is, of the list they stand in.</summary>
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
                return PageRoutes.Then($"/staff/lending/worklists/{list}");
            }
        }

        var joined = string.Join(',', ids);
        return kind == LendingLinks.Slips ? await Paper.SlipsAsync(joined, lendings, cancellation) : await Paper.LabelsAsync(joined, lendings, cancellation);
    }

    private static async Task<IResult> ActAsync(HttpContext context, string id, Cabinet<LendingRequest, LendingEvent> cabinet, LendingDesk desk, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (await LendingEndpoints.FindAsync(id, cabinet, cancellation) is not { } card)
        {
            return Problems.NotFound();
        }

        var faults = new Fields();
        var order = new LendingActionForm
        {
            Barcode = form["barcode"],
            DueOn = form.Date("dueOn", faults),
            Compliance = form["compliance"],
            Note = form["note"],
            Unfilled = form["action"] == "unfilled" ? Enum.GetValues<UnfilledReason>().Cast<UnfilledReason?>().FirstOrDefault(reason => Names.Of(reason!.Value) == form["unfilled"]) : null,
        };
        faults.ThrowIfAny();
        var by = By.Staff(context.Patron().Id);
        return LendingActions.Of(form["action"] ?? string.Empty, order, card.Request, by, () => $"staff-{cabinet.NewCommitId()}") is { } command
            ? await desk.DoAsync(id, command, by, cancellation) switch
            {
                TurnedDown<LendingRequest> refused => await PageAsync(context, id, null, refused, cabinet, cancellation),
                Done<LendingRequest> or Nothing<LendingRequest> => PageRoutes.Then($"/staff/lending/{id}", "done"),
                _ => Problems.NotFound(),
            }
            : Problems.NotFound();
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, string id, string? told, TurnedDown<LendingRequest>? refused, Cabinet<LendingRequest, LendingEvent> cabinet, CancellationToken cancellation)
    {
        if (await LendingEndpoints.FindAsync(id, cabinet, cancellation) is not { } card)
        {
            return Problems.NotFound();
        }

        return PageRoutes.Page<LendingRequestPage>(
            new Dictionary<string, object?>
            {
                ["View"] = LendingView.Of(card.Request, await cabinet.JournalAsync(id, id, cancellation)),
                ["Told"] = told == "done" ? Visit.Of(context).Say("Done.", "已完成。") : null,
                ["Refused"] = refused,
            },
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal));
    }

    /// <summary>Rows of a list on a page; what is done leaves it, and the next come up.</summary>
    private const int MostRows = 100;
}
