using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Staff;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Staff;

/// <summary>Shows a request to staff. A refusal appears on the request's own page.</summary>
internal sealed class StaffRequestView(
    MyRequestsService requests, RequestStore<PatronRequest, RequestEvent> store, IRows rows, IScheduleLookup scheduler, PartnerDirectory directory,
    LibraryNames libraries)
{
    public async Task<IResult> AfterAsync(HttpContext context, string id, Outcome<PatronRequest> outcome, int? fee = null) => outcome switch
    {
        Done<PatronRequest> or NoChange<PatronRequest> => PageRoutes.Then(StaffLinks.Request(id), "done"),
        CommandRefused<PatronRequest> refused => await ShowAsync(context, id, null, refused, fee),
        _ => Problems.NotFound(),
    };

    public async Task<IResult> ShowAsync(HttpContext context, string id, string? told, CommandRefused<PatronRequest>? refused = null, int? fee = null)
    {
        var cancellation = context.RequestAborted;
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var request = stored.Request;
        var journal = await requests.JournalAsync(stored, cancellation);
        var listed = request.Rota.Concat(request.Reserve).Select(entry => entry.Symbol).ToHashSet();
        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        return PageRoutes.Page<StaffRequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = names.Of(request),
                ["Journal"] = names.Of(journal),
                ["Signed"] = SignedView.Of(journal, await Signature.OfAsync(rows, request, cancellation)),
                ["Recorded"] = stored.Stored.Wake?.At,
                ["Waker"] = await scheduler.FindAsync(id, cancellation),
                ["Choices"] = StaffButtons.CanAddLibrary(request)
                    ? (IReadOnlyList<Partner>)[.. (await directory.AllAsync(cancellation)).Values.Where(
                        partner => partner.Active && !listed.Contains(partner.Symbol))]
                    : [],
                ["Told"] = told switch
                {
                    "done" => Visit.Of(context).Say("Done."),
                    "placed" => Visit.Of(context).Say("Request submitted for the patron."),
                    _ => null,
                },
                ["Refused"] = refused,
                ["Opened"] = fee,
            },
            refused is null ? StatusCodes.Status200OK : Problems.StatusOf(refused.Refusal));
    }
}
