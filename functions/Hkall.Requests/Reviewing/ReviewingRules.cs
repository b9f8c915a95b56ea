using Hkall.Requests.Copyright;
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

    public static Decision Approve(Draft draft) =>
        IfInReview(draft, () => Approved(draft.Then(new RequestApproved())));

    private static Draft Approved(Draft draft) =>
        draft.Request.Service == ServiceType.Copy && draft.Request.Declaration is null && CopyrightLaw.On(draft.Today).DeclarationFirst
            ? DeclaringRules.Await(draft)
            : Asking.AskNext(draft);

    public static Decision Reject(Draft draft, RejectRequest order) => IfInReview(draft, () => draft
        .Then(new RequestRejected(order.Why))
        .Tell(Notice.Rejected, new NoticeFacts { Reason = order.Why }));

    /// <summary>What staff found is bound by the table of privileges and by the length of a rota, as what the patron found is.</summary>
    public static Decision Edit(Draft draft, EditRequest order)
    {
        var request = draft.Request;
        var rota = PlacingRules.Rota(order.Rota, tier => Eligibility.For(request.Group, tier, request.Service) != Access.NotAllowed);
        return request.Status == RequestStatus.InReview && request.Item == order.Item && request.Rota.Select(entry => entry.Symbol).SequenceEqual(rota.Select(entry => entry.Symbol))
            ? draft.Ignored("It says so already.")
            : IfInReview(draft, () =>
            {
                draft.Then(new RequestEdited(order.Item, rota));
                return order.Routing is { } routing ? draft.Then(new RotaRanked(routing)) : draft;
            });
    }

    private static Decision IfInReview(Draft draft, Func<Draft> rule) => draft.Request.Status == RequestStatus.InReview
        ? rule().Decided()
        : new Refused(Refusal.NotInReview, "The request is not waiting for staff to review it.");
}
