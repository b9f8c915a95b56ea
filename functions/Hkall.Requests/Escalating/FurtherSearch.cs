using Hkall.Requests.Placing;
using Hkall.Requests.Reviewing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Escalating;

/// <summary>Staff look for another way: they add a library, correct the item, reject the request or close it.</summary>
internal static class FurtherSearch
{
    private const string NoLibraryLeft = "no-library-left";

    public static Draft Begin(Draft draft) => draft
        .Then(new SentToReview(NoLibraryLeft))
        .Tell(Notice.InReview, new NoticeFacts { Reason = NoLibraryLeft })
        .WaitFor(Awaited.FurtherSearch, draft.Policy.FurtherSearch);

    public static Decision Add(Draft draft, AddLibrary order) => draft.Request.Status switch
    {
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing
            or RequestStatus.Expected => Added(draft, order.Library),
        RequestStatus.Cancelling => new Refused(Refusal.TooLate, "The request is being cancelled; no other library will be asked."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            new Refused(Refusal.TooLate, "A library has already supplied it."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            new Refused(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Decision Added(Draft draft, RotaEntry library)
    {
        var request = draft.Request;
        var listed = request.Rota.Concat(request.Reserve).ToList();
        if (listed.FirstOrDefault(entry => entry.Symbol == library.Symbol) is { } known)
        {
            return known.WasAsked
                ? new Refused(Refusal.AlreadyAsked, $"{known.Name} has been asked.")
                : draft.Ignored("It is on the list already.");
        }

        if (draft.Policy.Privileges[request.Group].For(library.Tier).For(request.Service) == Access.NotAllowed)
        {
            return new Refused(Refusal.NotEligible, $"Patrons of this group cannot have a {Names.Of(request.Service)} from there.");
        }

        return listed.Count >= PlacingRules.MostLibraries
            ? new Refused(Refusal.RotaFull, $"{listed.Count} libraries are on the list, as many as a request may have.")
            : draft.Then(new LibraryAdded(library, AwaitsConsent: !request.Accepts(library.Tier))).Decided();
    }

    public static Decision GiveUp(Draft draft) => draft.Request.Status == RequestStatus.InReview
        ? Close(draft)
        : new Refused(Refusal.NotInReview, "The request is not waiting for staff to review it.");

    /// <summary>It is closed, and the patron hears what they can do instead.</summary>
    public static Decided Close(Draft draft)
    {
        var reason = draft.Request.Rota.Any(entry => entry.WasAsked) ? NoLibraryLeft : "not-found";
        var other = Ways.OtherService(draft);
        return draft
            .Then(new RotaExhausted())
            .Tell(Notice.Unfilled, new NoticeFacts { Reason = reason, Ways = other is null ? [] : [other], SuggestAt = draft.Policy.PurchaseSuggestion })
            .Decided();
    }
}
