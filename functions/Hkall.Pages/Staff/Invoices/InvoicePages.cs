using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Pages.Print;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Invoicing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Invoices;

/// <summary>The pages of the invoices to borrowers.</summary>
internal static class InvoicePages
{
    public static void MapInvoicePages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            InvoiceLinks.All, PageRoutes.Reading,
            (HttpContext context, string? told, InvoiceService service, CancellationToken cancellation) =>
            AllAsync(context, told, null, service, cancellation)).AuditedAs(AuditAction.Listed, about: "invoices");
        pages.MapPost(InvoiceLinks.All, IssueAsync).AuditedAs(AuditAction.ChangedInvoice, about: "issue").NeedsFreshSession();
        pages.MapMethods(
            $"{InvoiceLinks.All}/{{number}}", PageRoutes.Reading,
            (HttpContext context, string number, string? told, InvoiceService service, CancellationToken cancellation) =>
            OneAsync(context, number, new Shown(Told: told), service, cancellation)).AuditedAs(AuditAction.LookedAtInvoice, "number");
        pages.MapPost($"{InvoiceLinks.All}/{{number}}", ActAsync).AuditedAs(AuditAction.ChangedInvoice, "number").NeedsFreshSession(FreshSignIn.InvoiceActions);
        pages.MapMethods($"{InvoiceLinks.All}/{{number}}/print", PageRoutes.Reading, InvoicePaper.ForStaffAsync).AuditedAs(AuditAction.Printed, "number");
    }

    /// <summary>The outcome of an order, for the page of an invoice.</summary>
    private sealed record Shown(
        string? Told = null, string? Error = null, InvoiceAction? Here = null, PageForm? Form = null, Faults? Wrong = null,
        int Status = StatusCodes.Status200OK);

    private static async Task<IResult> AllAsync(
        HttpContext context, string? told, Refusal? refused, InvoiceService service, CancellationToken cancellation) => PageRoutes.Page<InvoicesPage>(
        new Dictionary<string, object?>
        {
            ["Due"] = await service.ToInvoiceAsync(cancellation),
            ["Invoices"] = (await service.AllAsync(cancellation)).Select(stored => stored.Invoice).ToList(),
            ["IsLate"] = (Func<Invoice, bool>)service.IsLate,
            ["Told"] = told == "done" ? Visit.Of(context).Say("Done.") : null,
            ["Refused"] = refused,
        },
        refused is { } why ? Problems.StatusOf(why) : StatusCodes.Status200OK);

    private static async Task<IResult> IssueAsync(HttpContext context, InvoiceService service, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(
            context, (fields, faults) => new IssueForm { RequestId = fields["requestId"], Symbol = fields["symbol"], Until = fields.Date("until", faults) },
            cancellation);
        return await service.IssueAsync(context.Patron().Id, form, cancellation) switch
        {
            null => Problems.NotFound(),
            [] => await AllAsync(context, null, Refusal.NothingToInvoice, service, cancellation),
            [var only] => PageRoutes.Then(InvoiceLinks.One(only.Invoice.Number), "issued"),
            _ => PageRoutes.Then(InvoiceLinks.All, "done"),
        };
    }

    private static async Task<IResult> ActAsync(HttpContext context, string number, InvoiceService service, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (InvoiceForm.ActionOf(form["action"] ?? string.Empty) is not { } action)
        {
            return Problems.NotFound();
        }

        var say = Visit.Of(context);
        var shown = new Shown(Here: action, Form: form);
        try
        {
            return await service.ActAsync(context.Patron().Id, number, action, form["seen"], () => Task.FromResult(form.Read(Read)), cancellation) switch
            {
                InvoiceOutcome.Done or InvoiceOutcome.NoChange => PageRoutes.Then(InvoiceLinks.One(number), "done"),
                InvoiceOutcome.Refused(var refusal, var why) => await OneAsync(
                    context,
                    number,
                    shown with { Error = RefusalWords.Of(refusal, why, say.Language), Status = Problems.StatusOf(refusal) },
                    service,
                    cancellation),
                InvoiceOutcome.ChangedSince => await OneAsync(
                    context,
                    number,
                    shown with
                    {
                        Error = say.Say("The invoice has changed since you opened the page. Nothing was done. Please look at it and try again."),
                        Status = StatusCodes.Status412PreconditionFailed,
                    },
                    service,
                    cancellation),
                InvoiceOutcome.NotSent => await OneAsync(
                    context,
                    number,
                    shown with
                    {
                        Error = say.Say("The mail could not be sent. Please try again later, or print it and post it."),
                        Status = StatusCodes.Status503ServiceUnavailable,
                    },
                    service,
                    cancellation),
                _ => Problems.NotFound(),
            };
        }
        catch (BadInputException bad) when (bad.Errors is not null)
        {
            return await OneAsync(context, number, shown with { Wrong = Faults.Whole(bad, field => field), Status = bad.Status }, service, cancellation);
        }
    }

    private static async Task<IResult> OneAsync(
        HttpContext context, string number, Shown shown, InvoiceService service, CancellationToken cancellation)
    {
        if (await service.FindAsync(number, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var say = Visit.Of(context);
        return PageRoutes.Page<InvoicePage>(
            new Dictionary<string, object?>
            {
                ["Invoice"] = stored.Invoice,
                ["Version"] = InvoiceService.VersionOf(stored),
                ["IsLate"] = service.IsLate(stored.Invoice),
                ["Told"] = shown.Told switch
                {
                    "done" => say.Say("Done."),
                    "issued" => say.Say("The invoice has its number. It has not been sent yet."),
                    _ => null,
                },
                ["Error"] = shown.Error,
                ["Here"] = shown.Here,
                ["Form"] = shown.Form ?? PageForm.Empty,
                ["Wrong"] = shown.Wrong,
            },
            shown.Status);
    }

    private static InvoiceForm Read(PageForm form, Fields faults) =>
        new() { How = form.Choice<InvoiceBy>("how", faults), On = form.Date("on", faults), Note = form["note"] };
}
