using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Auditing;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The form in which staff enter a lending request that came by letter, call or visit.</summary>
internal static class KeyInPages
{
    public static void MapKeyInPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            LendingLinks.KeyIn, PageRoutes.Reading,
            (PartnerDirectory directory, CancellationToken cancellation) => PageAsync(PageForm.Empty, null, directory, cancellation));
        pages.MapPost(LendingLinks.KeyIn, KeyInAsync).AuditedAs(AuditAction.ActedOnLending, about: "key-in");
    }

    private static async Task<IResult> KeyInAsync(HttpContext context, ManualLendingRequests keying, PartnerDirectory directory, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        try
        {
            var filled = form.Read(Read);
            var (stored, isNew) = await keying.KeyInAsync(filled, Actor.Staff(context.Patron().Id), cancellation);
            return PageRoutes.Then(LendingLinks.Request(stored.Request.Id), isNew ? "keyed-in" : "known");
        }
        catch (BadInputException bad)
        {
            return await PageAsync(form, Faults.Whole(bad, Whole), directory, cancellation, bad.Status);
        }
    }

    private static LendingForm Read(PageForm form, Fields faults) => new()
    {
        Symbol = form["symbol"],
        Borrower = form.Has("symbol") || !(form.Has("name") || form.Has("email") || form.Has("address")) ? null : new BorrowerForm
        {
            Name = form["name"] ?? string.Empty,
            Kind = form.Required<BorrowerKind>("borrowerKind", faults),
            Email = form["email"]?.Trim(),
            Address = form.Lines("address"),
        },
        RequestId = form["requestId"] ?? string.Empty,
        Service = form.Required<ServiceType>("service", faults),
        Item = ItemFormFields.Read(form, faults),
        NeededBy = form.Date("neededBy", faults),
        MaxCost = form.Amount("maxCost", faults) is { } most ? new MoneyForm("HKD", most) : null,
        DeliverTo = form.Lines("deliverTo"),
        Note = form["note"],
        Compliance = form["compliance"],
    };

    /// <summary>The field of the form to which an error belongs: parts of an item and of a borrower are separate fields, those of an amount are not.</summary>
    private static string Whole(string field) => field.Split('.') switch
    {
        ["maxCost", ..] => "most",
        ["note"] => "text",
        var parts => parts[^1],
    };

    private static async Task<IResult> PageAsync(
        PageForm form, Faults? wrong, PartnerDirectory directory, CancellationToken cancellation, int status = StatusCodes.Status200OK) =>
        PageRoutes.Page<KeyInPage>(
            new Dictionary<string, object?>
            {
                ["Form"] = form,
                ["Wrong"] = wrong,
                ["Partners"] = (IReadOnlyList<Partner>)[.. (await directory.AllAsync(cancellation)).Values.Where(partner => partner.TakesPart)],
            },
            status);
}
