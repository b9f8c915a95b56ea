using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Requests;

/// <summary>Shows a request to its patron, and the outcome of an action. A refusal appears on the request's own page.</summary>
internal sealed class OwnRequestView(MyRequestsService mine, PatronRequestProcessor processor, PatronStandings standings, LibraryNames libraries)
{
    public async Task<IResult> ShowAsync(
        HttpContext context,
        string id,
        string? told = null,
        CommandRefused<PatronRequest>? refused = null,
        PageForm? form = null,
        BadInputException? wrong = null)
    {
        var cancellation = context.RequestAborted;
        if (await mine.FindAsync(context.Patron(), id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        var (book, now) = (processor.Book, processor.Now);
        var blocked = await standings.RenewalBlockAsync(context.Patron(), [stored.Request], cancellation);
        return PageRoutes.Page<RequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = names.Of(stored.Request),
                ["Journal"] = names.Of(await mine.JournalAsync(stored, cancellation)),
                ["Actions"] = RequestViews.ActionsOf(stored.Request, book, now, blocked),
                ["Renewal"] = Renewal.Of(stored.Request, now, book, blocked),
                ["DoneWord"] = told,
                ["Refused"] = refused,
                ["Form"] = form ?? PageForm.Empty,
                ["Wrong"] = wrong is null ? null : Faults.Of(wrong),
            },
            wrong?.Status ?? (refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal)));
    }

    /// <param name="told">The code of the message that says what was done.</param>
    /// <param name="form">The submitted form, where it is shown again after a refusal.</param>
    public async Task<IResult> AfterAsync(HttpContext context, string id, Outcome<PatronRequest> outcome, string told, PageForm? form = null) => outcome switch
    {
        Done<PatronRequest>(var stored) => PageRoutes.Then(PageLinks.Request(stored.Request.ReplacedBy ?? id), told),
        NoChange<PatronRequest> => PageRoutes.Then(PageLinks.Request(id)),
        CommandRefused<PatronRequest> refused => await ShowAsync(context, id, refused: refused, form: form),
        NoSuchRequest<PatronRequest> => Problems.NotFound(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
