using Hkall.Requests;
using Hkall.Requests.Copyright;
using Hkall.Service.MyRequests;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Pages.Requests;

/// <summary>Shows a request to its patron and carries out what they ask for; what is refused is told on the request's own page.</summary>
internal sealed class RequestActions(MyRequestsDesk mine, RequestDesk desk)
{
    public async Task<IResult> ShowAsync(HttpContext context, string id, string? told = null, TurnedDown? refused = null)
    {
        if (await mine.FindAsync(context.Patron(), id, context.RequestAborted) is not { } card)
        {
            return Problems.NotFound();
        }

        return PageRoutes.Page<RequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = card.Request,
                ["Journal"] = await mine.JournalAsync(card, context.RequestAborted),
                ["Actions"] = RequestViews.ActionsOf(card.Request, desk.Book, desk.Now),
                ["Renewal"] = Hkall.Requests.Renewing.Renewal.Of(card.Request, desk.Now, desk.Book),
                ["DoneWord"] = told,
                ["Refused"] = refused,
            },
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal));
    }

    public async Task<IResult> DoAsync(HttpContext context, string id, Func<PageForm, RequestCommand> order, string told)
    {
        // What is not theirs is not there, whatever they say about it: the form is read only then.
        if (await mine.FindAsync(context.Patron(), id, context.RequestAborted) is null)
        {
            return Problems.NotFound();
        }

        var command = order(await PageForm.ReadAsync(context, context.RequestAborted));
        return await desk.DoAsync(id, command, By.Patron, context.RequestAborted) switch
        {
            Done => PageRoutes.Then(PageLinks.Request(id), told),
            Nothing => PageRoutes.Then(PageLinks.Request(id)),
            TurnedDown refused => await ShowAsync(context, id, refused: refused),
            NoSuchRequest => Problems.NotFound(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The declaration as it was ticked; the rules refuse one that is not whole.</summary>
    public RequestCommand Declaration(PageForm form)
    {
        var fields = new Fields();
        var signed = DeclarationFields.Read(form);
        signed.Check(fields, "declaration");
        fields.ThrowIfAny();
        return new SignDeclaration(signed.ToDeclaration(desk.Book.Calendar.DateOf(desk.Now)));
    }
}
