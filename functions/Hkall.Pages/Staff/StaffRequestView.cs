using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Members;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Slips;
using Hkall.Service.Staff;
using Hkall.Service.Storage;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Staff;

/// <summary>An order that staff sent by a form, in case it has to be asked for again.</summary>
/// <param name="Label">What was pressed, said of the request as it is now.</param>
/// <param name="Then">How it can be done to the request as it is now.</param>
internal sealed record SentOrder(string Path, PageForm Form, Func<PatronRequest, string> Label, Func<PatronRequest, HeldThen> Then)
{
    /// <summary>What was ordered, by its name in the contract; null if the form has no name for it.</summary>
    public string? Did { get; init; } = Form["action"];

    public HeldOrder AsOf(PatronRequest request) => new(Path, Form, Label(request), Then(request));
}

/// <summary>Shows a request to staff. A refusal appears on the request's own page.</summary>
internal sealed class StaffRequestView(
    MyRequestsService requests, RequestStore<PatronRequest, RequestEvent> store, IRows rows, IScheduleLookup scheduler, PartnerDirectory directory,
    LibraryNames libraries, WorklistService lists, People people, StaffMembers members, PolicyInForce policy)
{
    public async Task<IResult> AfterAsync(HttpContext context, string id, Outcome<PatronRequest> outcome, SentOrder sent, int? fee = null) => outcome switch
    {
        Done<PatronRequest> or NoChange<PatronRequest> => PageRoutes.Then(CameFrom.Of(context).Address(id), DoneWords.Code(sent.Did)),
        CommandRefused<PatronRequest> refused => await ShowAsync(context, id, null, refused, fee),
        ChangedSince<PatronRequest> => await ShowAsync(context, id, null, held: sent, status: StatusCodes.Status412PreconditionFailed),

        // The form was changed after going back to it: it is another order now, and asks once more.
        OrderIdReused<PatronRequest> => await ShowAsync(context, id, null, held: sent, status: StatusCodes.Status409Conflict),
        _ => Problems.NotFound(),
    };

    public async Task<IResult> ShowAsync(
        HttpContext context, string id, string? told, CommandRefused<PatronRequest>? refused = null, int? fee = null, SentOrder? held = null,
        int status = StatusCodes.Status200OK, bool withPerson = false)
    {
        var cancellation = context.RequestAborted;
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var request = stored.Request;
        var named = withPerson || !policy.Document.Audit.NamesBehindShow;
        if (named)
        {
            AuditNotes.In(context).What = AuditAction.LookedAtPerson;
        }

        var journal = await requests.JournalAsync(stored, cancellation);
        var listed = request.Rota.Concat(request.Reserve).Select(entry => entry.Symbol).ToHashSet();
        var visit = Visit.Of(context);
        var names = await libraries.InAsync(visit.Language, cancellation);
        var code = PickupCode.Of(request, (await people.FindAsync(request.PatronId, cancellation))?.Person);
        return PageRoutes.Page<StaffRequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = names.Of(request),
                ["Journal"] = names.Of(journal),
                ["Signed"] = SignedView.Of(journal, await Signature.OfAsync(rows, request, cancellation)),
                ["Named"] = named,
                ["Person"] = named ? (await people.FindAsync(request.PatronId, cancellation))?.Person : null,
                ["Recorded"] = stored.Stored.Wake?.At,
                ["Waker"] = await scheduler.FindAsync(id, cancellation),
                ["Choices"] = StaffButtons.CanAddLibrary(request)
                    ? (IReadOnlyList<Partner>)[.. (await directory.AllAsync(cancellation)).Values.Where(
                        partner => partner.TakesPart && !listed.Contains(partner.Symbol))]
                    : [],
                ["Told"] = told switch
                {
                    "proposed" => visit.Say("Proposed. It takes effect when another member of staff has approved it."),
                    "set-aside" => visit.Say("Recorded. It changes nothing; the history says why."),
                    "placed" => visit.Say("Request submitted for the patron."),
                    _ => DoneWords.Of(told, names.Of(request), code, journal, visit.Language, at => Clock(at, visit.Language)),
                },
                ["Code"] = code,
                ["Me"] = context.Patron().Id,
                ["Colleagues"] = await members.AllAsync(cancellation),
                ["From"] = await CameFrom.Of(context).WithNextAsync(context.Patron().Id, id, lists, cancellation),
                ["Refused"] = refused,
                ["Opened"] = fee,
                ["Version"] = RequestVersion.Of(stored),
                ["Held"] = held?.AsOf(request),
            },
            refused is null ? status : Problems.StatusOf(refused.Refusal));
    }

    private static string Clock(DateTimeOffset at, NoticeLanguage language) =>
        NoticeDates.Moment(TimeZoneInfo.ConvertTime(at, Domain.Calendar.LibraryCalendar.HongKong).DateTime, language);
}
