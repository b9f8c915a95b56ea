using System.Text.Json;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Pages.SigningIn;
using Hkall.Pages.Staff.Policies;
using Hkall.Service.Auditing;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Staff;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Staff.Directory;

/// <summary>The directory of libraries, which staff maintain, and the policy in force, to read.</summary>
internal static class DirectoryPages
{
    public static void MapDirectoryPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            "/staff/partners", PageRoutes.Reading,
            async (HttpContext context, string? told, PartnerDirectory directory, PolicyInForce policy, CancellationToken cancellation) =>
            PageRoutes.Page<PartnersPage>(new Dictionary<string, object?>
            {
                ["Partners"] = (await directory.AllAsync(cancellation)).Values.ToList(),
                ["Unreachable"] = (await directory.KnownAsync(cancellation)).Unreachable(policy.Document.Limits.UndeliverableRunning),
                ["Told"] = told switch
                {
                    "taken-over" => Visit.Of(context).Say("Directory imported."),
                    "proposed" => Visit.Of(context).Say("Proposed. It takes effect when another member of staff has approved it."),
                    _ => null,
                },
            })).AuditedAs(AuditAction.Listed, about: "partners");
        pages.MapMethods("/staff/partners/{symbol}", PageRoutes.Reading, PartnerAsync).AuditedAs(AuditAction.Listed, "symbol");
        pages.MapMethods("/staff/partners/{symbol}/edit", PageRoutes.Reading, EditAsync).AuditedAs(AuditAction.Listed, "symbol");
        pages.MapPost("/staff/partners/{symbol}/edit", ChangeAsync).AuditedAs(AuditAction.ChangedDirectory, "symbol").NeedsFreshSession();
        pages.MapMethods("/staff/new-partner", PageRoutes.Reading, () => Page(null, null, New));
        pages.MapPost("/staff/new-partner", AddAsync).AuditedAs(AuditAction.ChangedDirectory).NeedsFreshSession();
        pages.MapDirectoryImport();
        pages.MapMethods("/staff/policy", PageRoutes.Reading, Policy);
    }

    /// <summary>The preselected fields of a new entry.</summary>
    private static PageForm New => new(
        new[] { ("active", "yes"), ("lends.loan", "yes"), ("lends.copy", "yes"), ("loanTerms.renewable", "yes"), ("tier", "local"), ("kind", "local-library"),
            ("protocol", "iso18626") }
            .Select(chosen => KeyValuePair.Create(chosen.Item1, new Microsoft.Extensions.Primitives.StringValues(chosen.Item2))));

    private static async Task<IResult> PartnerAsync(
        HttpContext context, string symbol, string? told, PartnerDirectory directory, PolicyInForce policy, CancellationToken cancellation)
    {
        var known = await directory.KnownAsync(cancellation);
        return known.Partners.TryGetValue(symbol, out var partner)
            ? PageRoutes.Page<PartnerPage>(new Dictionary<string, object?>
            {
                ["Partner"] = partner,
                ["Figures"] = known.FiguresOf(symbol),
                ["Unreachable"] = known.FiguresOf(symbol).IsUnreachable(policy.Document.Limits.UndeliverableRunning),
                ["Told"] = told switch
                {
                    "kept" => Visit.Of(context).Say("Saved."),
                    "proposed" => Visit.Of(context).Say("Proposed. It takes effect when another member of staff has approved it."),
                    _ => null,
                },
            })
            : Problems.NotFound();
    }

    private static async Task<IResult> EditAsync(string symbol, PartnerDirectory directory, CancellationToken cancellation) =>
        await directory.FindAsync(symbol, cancellation) is { } partner ? Page(symbol, partner, PartnerFields.Of(partner)) : Problems.NotFound();

    private static async Task<IResult> ChangeAsync(HttpContext context, string symbol, PartnerDirectory directory, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        return await directory.FindAsync(symbol, cancellation) is { } before
            ? await KeepAsync(context, symbol, symbol, before, form, directory, cancellation) : Problems.NotFound();
    }

    private static async Task<IResult> AddAsync(HttpContext context, PartnerDirectory directory, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var symbol = form["symbol"]?.Trim() ?? string.Empty;
        if (await directory.FindAsync(symbol, cancellation) is null)
        {
            return await KeepAsync(context, null, symbol, null, form, directory, cancellation);
        }

        var taken = new Fields();
        taken.Fault("symbol", "symbol-taken", "Another library has this symbol.");
        return Page(null, null, form, StatusCodes.Status409Conflict, Faults.Whole(taken, PartnerWords.Whole));
    }

    /// <param name="changing">The symbol of the changed entry; null for a new one.</param>
    private static async Task<IResult> KeepAsync(
        HttpContext context, string? changing, string symbol, Partner? before, PageForm form, PartnerDirectory directory, CancellationToken cancellation)
    {
        var faults = new Fields();
        var filled = PartnerFields.Read(form, before, faults);
        if (faults.HasFaults)
        {
            return Page(changing, before, form, StatusCodes.Status400BadRequest, Faults.Whole(faults, PartnerWords.Whole));
        }

        try
        {
            var after = filled.Check(symbol, before, context.RequestServices.GetRequiredService<OutwardReach>());
            AuditNotes.In(context).Of = symbol;
            var proposals = context.RequestServices.GetRequiredService<Proposals>();
            if (await proposals.ForPartnerAsync(context.Patron().Id, before, after, cancellation) is not null)
            {
                AuditNotes.In(context).Step = "propose";
                return PageRoutes.Then(before is null ? "/staff/partners" : StaffLinks.Partner(symbol), "proposed");
            }

            await Audited.RecordFirstAsync(context, PartnerChanges.Of(before, after), cancellation);
            await directory.PutAsync([after], cancellation);
            await context.RequestServices.GetRequiredService<PartnerCounts>().ReachedAsync(symbol, cancellation);
        }
        catch (BadInputException bad)
        {
            return Page(changing, before, form, bad.Status, Faults.Whole(bad, PartnerWords.Whole));
        }

        return PageRoutes.Then(StaffLinks.Partner(symbol), "kept");
    }

    private static IResult Page(string? symbol, Partner? partner, PageForm form, int status = StatusCodes.Status200OK, Faults? wrong = null) =>
        PageRoutes.Page<PartnerEditPage>(
            new Dictionary<string, object?> { ["Symbol"] = symbol, ["Form"] = form, ["SecretCount"] = partner?.Secrets.Count ?? 0, ["Wrong"] = wrong }, status);

    private static IResult Policy(PolicyInForce policy) => PageRoutes.Page<PolicyPage>(new
    {
        Document = JsonSerializer.SerializeToElement(policy.Document with { Figures = policy.Document.ToPolicy() }, PagedJson.Options),
    });
}
