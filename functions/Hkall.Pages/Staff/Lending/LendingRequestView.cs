using Hkall.Domain.Lending;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The outcome of an action, for the page of a lending request.</summary>
/// <param name="Action">The action whose form was sent and is shown again.</param>
/// <param name="IsHeld">The request had changed since the page of the form was opened, so the action was not carried out.</param>
internal sealed record LendingShown(
    string? Told = null,
    string? Action = null,
    PageForm? Form = null,
    Faults? Wrong = null,
    CommandRefused<LendingRequest>? Refused = null,
    bool IsHeld = false,
    int Status = StatusCodes.Status200OK);

/// <summary>Shows a lending request. A refusal appears on the request's own page.</summary>
internal sealed class LendingRequestView(RequestStore<LendingRequest, LendingEvent> store, LibraryNames libraries, OpenLendings lendings)
{
    public async Task<IResult> AfterAsync(HttpContext context, string id, Outcome<LendingRequest> outcome, LendingShown shown) => outcome switch
    {
        CommandRefused<LendingRequest> refused => await ShowAsync(context, id, shown with { Refused = refused, Status = Problems.StatusOf(refused.Refusal) }),
        Done<LendingRequest> or NoChange<LendingRequest> => PageRoutes.Then(CameFrom.Of(context).LendingAddress(id), "done"),
        ChangedSince<LendingRequest> => await ShowAsync(context, id, shown with { IsHeld = true, Status = StatusCodes.Status412PreconditionFailed }),

        // The form was changed after going back to it: it is another order now, and asks once more.
        OrderIdReused<LendingRequest> => await ShowAsync(context, id, shown with { IsHeld = true, Status = StatusCodes.Status409Conflict }),
        _ => Problems.NotFound(),
    };

    /// <summary>A file is chosen anew: a form cannot carry it on.</summary>
    private static HeldOrder HeldOf(LendingRequest request, LendingShown shown, NoticeLanguage language) => new(
        LendingLinks.Request(request.Id),
        shown.Form ?? PageForm.Empty,
        LendingWords.Action(shown.Action!, language),
        !LendingView.ActionsOf(request).Contains(shown.Action!) ? HeldThen.Impossible : shown.Form is null ? HeldThen.UseForm : HeldThen.Repeat);

    public async Task<IResult> ShowAsync(HttpContext context, string id, LendingShown shown)
    {
        var cancellation = context.RequestAborted;
        if (await LendingEndpoints.FindAsync(id, store, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var say = Visit.Of(context);
        var names = await libraries.InAsync(say.Language, cancellation);
        return PageRoutes.Page<LendingRequestPage>(
            new Dictionary<string, object?>
            {
                ["View"] = LendingView.Of(names.Of(stored.Request), await store.JournalAsync(id, id, cancellation)),
                ["Told"] = shown.Told switch
                {
                    "done" => say.Say("Done."),
                    "keyed-in" => say.Say("Saved."),
                    "known" => say.Say("This request was already entered."),
                    _ => null,
                },
                ["From"] = await CameFrom.Of(context).WithNextAsync(id, lendings, cancellation),
                ["Refused"] = shown.Refused,

                // A form that is shown again for an error was made from what it showed before.
                ["Version"] = (shown.Wrong is null ? null : shown.Form?.Seen) ?? RequestVersion.Of(stored),
                ["Held"] = shown.IsHeld ? HeldOf(stored.Request, shown, say.Language) : null,
                ["Here"] = shown.Action,
                ["Form"] = shown.Form ?? PageForm.Empty,
                ["Wrong"] = shown.Wrong,
            },
            shown.Status);
    }
}
