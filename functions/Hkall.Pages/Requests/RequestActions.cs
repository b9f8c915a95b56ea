using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Domain.Escalating;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Requests;

/// <summary>Shows a request to its patron and carries out the patron's actions. A refusal appears on the request's own page.</summary>
internal sealed class RequestActions(MyRequestsService mine, PatronRequestProcessor desk, LibraryNames libraries)
{
    public async Task<IResult> ShowAsync(
        HttpContext context, string id, string? told = null, CommandRefused<PatronRequest>? refused = null, PageForm? form = null, BadInputException? wrong = null)
    {
        if (await mine.FindAsync(context.Patron(), id, context.RequestAborted) is not { } stored)
        {
            return Problems.NotFound();
        }

        var names = await libraries.InAsync(Visit.Of(context).Language, context.RequestAborted);
        return PageRoutes.Page<RequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = names.Of(stored.Request),
                ["Journal"] = names.Of(await mine.JournalAsync(stored, context.RequestAborted)),
                ["Actions"] = RequestViews.ActionsOf(stored.Request, desk.Book, desk.Now),
                ["Renewal"] = Hkall.Domain.Renewing.Renewal.Of(stored.Request, desk.Now, desk.Book),
                ["DoneWord"] = told,
                ["Refused"] = refused,
                ["Form"] = form ?? PageForm.Empty,
                ["Wrong"] = wrong is null ? null : Faults.Of(wrong.Errors ?? new Dictionary<string, string[]>()),
            },
            wrong?.Status ?? (refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal)));
    }

    public Task<IResult> DoAsync(HttpContext context, string id, Func<PageForm, RequestCommand> order, string told) =>
        DoAsync(context, id, form => desk.HandleAsync(id, order(form), By.Patron, context.RequestAborted), told);

    /// <summary>
    /// Signs the declaration as the patron ticked it; the rules refuse an incomplete one. Errors come back on the same form, with
    /// everything that was filled in.
    /// </summary>
    public async Task<IResult> SignAsync(HttpContext context, string id, string told)
    {
        if (await mine.FindAsync(context.Patron(), id, context.RequestAborted) is null)
        {
            return Problems.NotFound();
        }

        var form = await PageForm.ReadAsync(context, context.RequestAborted);
        var signed = DeclarationFields.Read(form);
        try
        {
            var fields = new Fields();
            signed.Check(fields, within: null);
            fields.ThrowIfAny();
            signed.ThrowIfUnsigned(within: null);
        }
        catch (BadInputException bad)
        {
            return await ShowAsync(context, id, form: form, wrong: bad);
        }

        return await ToldAsync(context, id, await ActingEndpoints.SignAsync(desk, id, signed, context.RequestAborted), told, form);
    }

    private async Task<IResult> DoAsync(HttpContext context, string id, Func<PageForm, Task<Outcome<PatronRequest>>> order, string told)
    {
        // Another patron's request is not found, whatever the form contains, so the form is read only after this check.
        if (await mine.FindAsync(context.Patron(), id, context.RequestAborted) is null)
        {
            return Problems.NotFound();
        }

        return await ToldAsync(context, id, await order(await PageForm.ReadAsync(context, context.RequestAborted)), told);
    }

    private async Task<IResult> ToldAsync(HttpContext context, string id, Outcome<PatronRequest> outcome, string told, PageForm? form = null) => outcome switch
    {
        Done<PatronRequest> => PageRoutes.Then(PageLinks.Request(id), told),
        NoChange<PatronRequest> => PageRoutes.Then(PageLinks.Request(id)),
        CommandRefused<PatronRequest> refused => await ShowAsync(context, id, refused: refused, form: form),
        NoSuchRequest<PatronRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Decides on the displayed price; if the price has changed since, the patron is asked again.</summary>
    public RequestCommand CostDecision(PageForm form)
    {
        var seen = form["currency"] is { Length: 3 } currency && decimal.TryParse(form["amount"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? new Money(currency, amount)
            : null;
        return new DecideCost(form["accept"] == "yes", seen);
    }

    /// <summary>Reads which of the alternatives the patron chose, if any.</summary>
    public async Task<IResult> DecideOfferAsync(HttpContext context, string id, OfferService offers)
    {
        var patron = context.Patron();
        if (await mine.FindAsync(patron, id, context.RequestAborted) is not { } stored)
        {
            return Problems.NotFound();
        }

        var form = await PageForm.ReadAsync(context, context.RequestAborted);
        var way = Enum.GetValues<Alternative>().Cast<Alternative?>().FirstOrDefault(one => Names.Of(one!.Value) == form["way"]);
        var answer = new OfferDecisionForm
        {
            Accept = way is not null,
            Way = way,
            ChapterTitle = form["chapterTitle"],
            Pages = form["pages"],
        };
        var today = desk.Book.Calendar.DateOf(desk.Now);
        return await offers.DecideAsync(patron, stored, answer.Check(stored.Request.Offer, today), context.RequestAborted) switch
        {
            OfferOutcome.Decided(Done<PatronRequest> done) => PageRoutes.Then(PageLinks.Request(done.Stored.Request.ReplacedBy ?? id), "decided"),
            OfferOutcome.Decided(CommandRefused<PatronRequest> refused) => await ShowAsync(context, id, refused: refused),
            OfferOutcome.Decided(NoSuchRequest<PatronRequest>) => Problems.NotFound(),
            OfferOutcome.Decided => PageRoutes.Then(PageLinks.Request(id)),
            OfferOutcome.NotPlaced(Placement.TurnedDown(var refusal, var why)) => await ShowAsync(context, id, refused: new CommandRefused<PatronRequest>(refusal, why)),
            OfferOutcome.NotPlaced => await ShowAsync(context, id, refused: new CommandRefused<PatronRequest>(Refusal.TooLate, "Another part has been requested in its place already.")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
