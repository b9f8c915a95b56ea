using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Messaging;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Requests;

/// <summary>Shows a request to its patron, and the outcome of an action. A refusal appears on the request's own page.</summary>
internal sealed class OwnRequestView(MyRequestsService mine, PatronRequestProcessor processor, PatronStandings standings, LibraryNames libraries,
    PolicyInForce policy)
{
    public async Task<IResult> ShowAsync(
        HttpContext context,
        string id,
        string? told = null,
        CommandRefused<PatronRequest>? refused = null,
        PageForm? form = null,
        BadInputException? wrong = null,
        string? heldAction = null,
        int status = StatusCodes.Status200OK)
    {
        var cancellation = context.RequestAborted;
        if (await mine.FindAsync(context.Patron(), id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        var (book, now) = (processor.Book, processor.Now);
        var blocked = await standings.RenewalBlockAsync(context.Patron(), [stored.Request], cancellation);
        var actions = RequestViews.ActionsOf(stored.Request, book, now, blocked);
        return PageRoutes.Page<RequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = names.Of(stored.Request),
                ["Journal"] = names.Of(await mine.JournalAsync(stored, cancellation)),
                ["Actions"] = actions,
                ["CanWrite"] = RequestRules.Decide(stored.Request, new WriteToStaff("-"), now, book)
                    is not Refused<PatronRequest, RequestEvent> { Refusal: Refusal.AlreadyClosed },

                // A form that is shown again for an error was made from what it showed before.
                ["Version"] = (wrong is null ? null : form?.Seen) ?? RequestVersion.Of(stored),
                ["Held"] = heldAction is null ? null : new HeldOrder(
                    $"{PageLinks.Request(id)}/{heldAction}", form ?? PageForm.Empty, ActionWords.Of(heldAction, Visit.Of(context).Language),
                    !actions.Contains(heldAction) && heldAction != "messages" ? HeldThen.Impossible : ShowsItsObject(heldAction) ? HeldThen.UseForm : HeldThen.Repeat),
                ["PickupCode"] = RequestRows.PickupCodeOf(stored.Request, context.Patron()),
                ["Hours"] = policy.Document.Library.CounterHoursIn(Visit.Of(context).Language),
                ["Today"] = book.Calendar.DateOf(now),
                ["Renewal"] = Renewal.Of(stored.Request, now, book, blocked),
                ["DoneWord"] = told,
                ["Refused"] = refused,
                ["Form"] = form ?? PageForm.Empty,
                ["Wrong"] = wrong is not null ? Faults.Of(wrong)
                    : refused is { Refusal: Refusal.DeclarationRequired } && form is not null ? Faults.Of(DeclarationFields.Unticked(form)) : null,
            },
            wrong?.Status ?? (refused is null ? status : Problems.StatusOf(refused.Refusal)));
    }

    /// <summary>A decision on a charge or an offer is made anew, on the form that shows the present one.</summary>
    private static bool ShowsItsObject(string action) => action is "cost-decision" or "offer-decision" or "declaration";

    /// <param name="told">The code of the message that says what was done.</param>
    /// <param name="action">The action, by the name of its API call.</param>
    /// <param name="form">The submitted form, which is shown again after a refusal.</param>
    public async Task<IResult> AfterAsync(
        HttpContext context, string id, string action, Outcome<PatronRequest> outcome, string told, PageForm form) => outcome switch
        {
            Done<PatronRequest> when RowBack.Address(form) is { } list => PageRoutes.Then($"{list}?about={id}", told),
            Done<PatronRequest>(var stored) => PageRoutes.Then(PageLinks.Request(stored.Request.ReplacedBy ?? id), told),
            NoChange<PatronRequest> => PageRoutes.Then(RowBack.Address(form) ?? PageLinks.Request(id)),
            CommandRefused<PatronRequest> refused => await ShowAsync(context, id, refused: refused, form: form),
            ChangedSince<PatronRequest> =>
                await ShowAsync(context, id, form: form, heldAction: action, status: StatusCodes.Status412PreconditionFailed),

            // The form was changed after going back to it: it is another order now, and asks once more.
            OrderIdReused<PatronRequest> => await ShowAsync(context, id, form: form, heldAction: action, status: StatusCodes.Status409Conflict),
            NoSuchRequest<PatronRequest> => Problems.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
