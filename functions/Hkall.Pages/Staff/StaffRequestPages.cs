using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Inbox;
using Hkall.Service.Staff;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The page of one request with all its details, and the actions of staff on it.</summary>
internal static class StaffRequestPages
{
    public static void MapStaffRequestPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            "/staff/requests/{id}", PageRoutes.Reading,
            (HttpContext context, string id, string? told, StaffRequestView view) => view.ShowAsync(context, id, told))
                .AuditedAs(AuditAction.LookedAtRequest, "id");
        pages.MapPost("/staff/requests/{id}", ActAsync).AuditedAs(AuditAction.ActedOnRequest, "id").NeedsFreshSession(FreshSignIn.MoneyActions);

        // The address a form posts to: a person who returns to it by going back sees the request.
        pages.MapMethods("/staff/requests/{id}/add-library", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapMethods("/staff/requests/{id}/fees/{number:int}", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapPost("/staff/requests/{id}/add-library", AddLibraryAsync).AuditedAs(AuditAction.ActedOnRequest, "id");
        pages.MapMethods("/staff/requests/{id}/library-said", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapPost("/staff/requests/{id}/library-said", LibrarySaidAsync).AuditedAs(AuditAction.ActedOnRequest, "id");
        pages.MapPost("/staff/requests/{id}/fees/{number:int}", FeeAsync).AuditedAs(AuditAction.ChangedFee, "id").NeedsFreshSession();
        PersonPages.Map(pages);
    }

    private static async Task<IResult> ActAsync(
        HttpContext context, string id, StaffActions actions, StaffRequestView view, PatronRequestProcessor processor, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var action = form["action"] ?? string.Empty;
        return await view.AfterAsync(
            context,
            id,
            await actions.ActAsync(context.Patron().Id, id, action, form.Terms, () => Task.FromResult(form.Read(Read)), cancellation),
            new SentOrder(
                StaffLinks.Request(id),
                form,
                request => LabelOf(action, request, Visit.Of(context).Language),
                request => action is "note" or "assign" or "tag" or "pin" or "unpin" or "write" or "write-library" ? HeldThen.Repeat
                    : action is "mark-read" ? HeldThen.UseForm
                    : StaffButtons.PutRight(request, processor.Book, processor.Now).Contains(action) ? HeldThen.UseForm
                    : !StaffButtons.Of(request, processor.Book, processor.Now).Contains(action) ? HeldThen.Impossible
                    : ShowsItsObject(action) ? HeldThen.UseForm : HeldThen.Repeat));
    }

    private static async Task<IResult> AddLibraryAsync(
        HttpContext context, string id, StaffActions actions, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var outcome = await actions.AddLibraryAsync(
            context.Patron().Id, id, form.Terms, () => Task.FromResult(new AddLibraryForm { Symbol = form["symbol"] ?? string.Empty, AskNow = form.Has("askNow") ? true : null }), cancellation);
        return await view.AfterAsync(
            context,
            id,
            outcome,
            new SentOrder(
                $"{StaffLinks.Request(id)}/add-library",
                form,
                _ => Visit.Of(context).Say("Add this library"),
                request => StaffButtons.CanAddLibrary(request) ? HeldThen.Repeat : HeldThen.Impossible)
            { Did = "add-library" });
    }

    private static async Task<IResult> LibrarySaidAsync(
        HttpContext context, string id, StaffActions actions, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var outcome = await actions.RecordLibrarySaidAsync(
            context.Patron().Id, id, form.Terms, () => Task.FromResult(form.Read(ReadLibrarySaid)), cancellation);
        return outcome is NoChange<PatronRequest>
            ? PageRoutes.Then(CameFrom.Of(context).Address(id), "set-aside")
            : await view.AfterAsync(
                context,
                id,
                outcome,
                new SentOrder(
                    $"{StaffLinks.Request(id)}/library-said",
                    form,
                    _ => Visit.Of(context).Say("Record what the library said"),
                    request => StaffButtons.WhoMaySay(request).Count > 0 ? HeldThen.Repeat : HeldThen.Impossible)
                { Did = "library-said" });
    }

    private static LibrarySaidForm ReadLibrarySaid(PageForm form, Fields faults) => new()
    {
        Symbol = form["symbol"] ?? string.Empty,
        Status = form.Required<CallbackStatus>("status", faults),
        DueOn = form.Date("dueOn", faults),
        Cost = form.Amount("cost", faults) is { } cost ? new MoneyForm(form["currency"] ?? "HKD", cost) : null,
        Reason = form["reason"],
        LibraryUseOnly = form.Either("libraryUseOnly", "true", "false", faults),
        Conditions = form.Lines("conditions"),
        Parts = form.Number("parts", faults),
        By = form.Required<SaidBy>("by", faults),
        SaidOn = form.Date("saidOn", faults),
        Note = form["note"] ?? string.Empty,
    };

    private static async Task<IResult> FeeAsync(
        HttpContext context, string id, int number, StaffActions actions, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var action = form["action"] ?? string.Empty;
        var outcome = await actions.FeeAsync(
            context.Patron().Id,
            patronId: null,
            id,
            number,
            action,
            form.Terms,
            request => Task.FromResult(form.Read((fields, faults) => Read(fields, request, number, faults))),
            cancellation);
        if (outcome is CommandRefused<PatronRequest> { Refusal: Refusal.SecondPersonNeeded })
        {
            AuditNotes.In(context).Step = "propose";
            return PageRoutes.Then(StaffLinks.Request(id), "proposed");
        }

        return await view.AfterAsync(
            context,
            id,
            outcome,
            new SentOrder(
                StaffLinks.Fee(id, number),
                form,
                _ => action == FeeCommands.Waive ? Visit.Of(context).Say("Waive") : Visit.Of(context).Say("Record payment"),

                // What is owed has changed, and with it what an empty field means.
                request => request.BalanceOf(number) > 0 ? HeldThen.UseForm : HeldThen.Impossible)
            { Did = DoneWords.Usual },
            number);
    }

    /// <summary>An order that speaks to a library, or passes it over, names the one that it would be about now.</summary>
    private static string LabelOf(string action, PatronRequest request, NoticeLanguage language)
    {
        var label = StaffCommands.Names.Contains(action) ? StaffWords.Action(action, language) : action;
        return (action, request.Supplier) switch
        {
            ("next-supplier" or "asked", null) when request.ToAskByHand is { } next => $"{label} ({next})",
            ("next-supplier" or "remind" or "ask-status", { } asked) => language.Say($"{label} (asked now: {asked.Symbol})"),
            ("lost" or "damaged", { } lender) => $"{label} ({lender.Symbol})",
            _ => label,
        };
    }

    /// <summary>Conditions and charges are decided on where they stand, and not by a button above them.</summary>
    private static bool ShowsItsObject(string action) =>
        action is "condition-accept" or "condition-decline" or "cost-accept" or "cost-decline" or "charge-bear" or "charge-dispute" or "receive";

    private static StaffForm Read(PageForm form, Fields faults) => new()
    {
        Note = form["note"],
        To = form["action"] == "assign" ? form["to"] : null,
        Tags = form["action"] == "tag" ? form.All("tags") : null,
        Message = form.Choice<PatronMessage>("message", faults),
        Answer = form["answer"] is { Length: > 0 } answer ? answer : null,
        AnswerBy = form.Date("answerBy", faults),
        Reason = form["action"] == "reject" ? form.Choice<ReasonCode>("reason", faults) : null,
        LibraryUseOnly = form.Either("libraryUseOnly", "true", "false", faults),
        DueOn = form.Date("dueOn", faults),
        Barcode = form["barcode"],
        Fault = form.Choice<ScanFault>("fault", faults),
        Parts = form.Number("parts", faults),
        // One form holds several buttons: the library is the sender of a parcel, and not what another button is about.
        Symbol = form["action"] is "receive" or "write-library" ? form["symbol"] : null,
        Amount = form.Money("amount", "currency", faults),
        Fee = form.Choice<ManualFee>("fee", faults),
        By = form.Choice<SaidBy>("by", faults),
        SaidOn = form.Date("saidOn", faults),
        Step = form.Choice<Step>("step", faults),
        LenderDueOn = form.Date("lenderDueOn", faults),
        Sure = form.Either("sure", "true", "false", faults),
        How = form.Choice<AskedBy>("how", faults),
        Reference = form["reference"],
        Number = form.Number("number", faults),
        Library = form["library"],
        Tier = form.Choice<Tier>("tier", faults),
        Cost = form.Amount("cost", faults) is { } cost ? new MoneyForm(form["costCurrency"]?.Trim() ?? "HKD", cost) : null,
    };

    /// <summary>The amount is in the currency of the fee. An empty field means all that is owed.</summary>
    private static FeeForm Read(PageForm form, PatronRequest request, int number, Fields faults) => new()
    {
        Amount = form.Amount("amount", faults) is { } amount
            ? new MoneyForm(request.Fees.FirstOrDefault(line => line.Number == number)?.Amount.Currency ?? "HKD", amount)
            : null,
        Reason = form["reason"] ?? string.Empty,
    };
}
