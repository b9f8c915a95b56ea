using Hkall.Requests.Copyright;
using Hkall.Requests.Escalating;
using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Reviewing;

/// <summary>"Didn't find what you need? Library staff is pleased to help" (page): requests that staff complete before they go out.</summary>
internal static class ReviewingRules
{
    public static Draft Begin(Draft draft, string why) => draft
        .Then(new SentToReview(why))
        .Tell(Notice.InReview, new NoticeFacts { Reason = why })
        .WaitFor(Awaited.Review, draft.Policy.Review);

    /// <summary>It goes out to the libraries; where none is left, to the patron with what they have not been asked about yet.</summary>
    public static Decision Approve(Draft draft)
    {
        if (draft.Request.Status != RequestStatus.InReview)
        {
            return NotInReview;
        }

        if (draft.Request.Rota.All(entry => entry.Standing != Standing.Waiting))
        {
            if (draft.Request.Offer is not null)
            {
                return draft.Ignored("The patron is being asked.");
            }

            if (Ways.Left(draft) is [])
            {
                return new Refused(Refusal.NobodyToAsk, "No library is left to ask: add one, correct the item, or close the request as unfilled.");
            }
        }

        return Approved(draft.Then(new RequestApproved())).Decided();
    }

    private static Draft Approved(Draft draft) =>
        draft.Request.Service == ServiceType.Copy && draft.Request.Declaration is null && CopyrightLaw.On(draft.Today).DeclarationFirst
            ? DeclaringRules.Await(draft)
            : Asking.AskNext(draft);

    public static Decision Reject(Draft draft, RejectRequest order) => draft.Request.Status == RequestStatus.InReview
        ? draft.Then(new RequestRejected(order.Why)).Tell(Notice.Rejected, new NoticeFacts { Reason = order.Why }).Decided()
        : NotInReview;

    /// <summary>What staff found is bound by the table of privileges and by the length of a rota, as what the patron found is.</summary>
    public static Decision Edit(Draft draft, EditRequest order)
    {
        var request = draft.Request;
        if (request.Status != RequestStatus.InReview)
        {
            return NotInReview;
        }

        // Whoever has been asked is not asked again under the same request, and may still speak about it.
        IReadOnlyList<RotaEntry> asked = [.. request.Rota.Where(entry => entry.WasAsked)];
        var holders = order.Rota.Where(holder => asked.All(entry => entry.Symbol != holder.Symbol));
        var (fresh, reserve) = PlacingRules.Lists(
            holders, tier => draft.Policy.Privileges[request.Group].For(tier).For(request.Service) != Access.NotAllowed, request.Accepts, asked.Count);
        IReadOnlyList<RotaEntry> rota = [.. asked, .. fresh];
        if (request.Item == order.Item && SameLibraries(request.Rota, rota) && SameLibraries(request.Reserve, reserve))
        {
            return draft.Ignored("It says so already.");
        }

        draft.Then(new RequestEdited(order.Item, rota, reserve));
        return (order.Routing is { } routing ? draft.Then(new RotaRanked(routing)) : draft).Decided();
    }

    private static bool SameLibraries(IReadOnlyList<RotaEntry> before, IReadOnlyList<RotaEntry> after) =>
        before.Select(entry => entry.Symbol).SequenceEqual(after.Select(entry => entry.Symbol));

    private static Refused NotInReview => new(Refusal.NotInReview, "The request is not waiting for staff to review it.");
}
