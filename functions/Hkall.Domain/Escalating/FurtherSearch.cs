using Hkall.Domain.Model;

namespace Hkall.Domain.Escalating;

/// <summary>Staff look for another way: they add a library, correct the item, reject the request or close it.</summary>
internal static class FurtherSearch
{
    private const ReasonCode NoLibraryLeft = ReasonCode.NoLibraryLeft;

    public static DecisionBuilder Begin(DecisionBuilder decision)
    {
        var facts = new NoticeFacts { Reason = NoLibraryLeft };
        if (decision.Request.Rota.Any(entry => entry.WasAsked))
        {
            var (saidNo, silent) = SearchCounts.Of(decision.Request);
            facts = facts with { SaidNo = saidNo, DidNotAnswer = silent };
        }

        return decision
            .Record(new SentToReview(NoLibraryLeft))
            .Notify(Notice.InReview, facts)
            .SetDeadline(DeadlineKind.FurtherSearch, decision.Policy.FurtherSearch);
    }

    public static Decision<PatronRequest, RequestEvent> Add(DecisionBuilder decision, AddLibrary order) => decision.Request.Status.Stage() switch
    {
        RequestStage.Preparing or RequestStage.Sourcing => Added(decision, order.Library),
        RequestStage.Withdrawing => DecisionBuilder.Refuse(Refusal.TooLate, "The request is being cancelled; no other library will be asked."),
        RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning or RequestStage.Downloadable =>
            DecisionBuilder.Refuse(Refusal.TooLate, "A library has already supplied it."),
        RequestStage.Closed =>
            DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
    };

    private static Decision<PatronRequest, RequestEvent> Added(DecisionBuilder decision, RotaEntry library)
    {
        var request = decision.Request;
        var listed = request.Rota.Concat(request.Reserve).ToList();
        if (listed.FirstOrDefault(entry => entry.Symbol == library.Symbol) is { } known)
        {
            return known.WasAsked
                ? DecisionBuilder.Refuse(Refusal.AlreadyAsked, $"{known.Name} has been asked.")
                : decision.Ignored("It is on the list already.");
        }

        if (decision.Policy.Privileges[request.Group].For(library.Tier).For(request.Service) == Access.NotAllowed)
        {
            return DecisionBuilder.Refuse(Refusal.NotEligible, $"Patrons of this group cannot have a {Names.Of(request.Service)} from there.");
        }

        return listed.Count >= RotaLists.MostLibraries
            ? DecisionBuilder.Refuse(Refusal.RotaFull, $"{listed.Count} libraries are on the list, as many as a request may have.")
            : decision.Record(new LibraryAdded(library, AwaitsConsent: !request.Accepts(library.Tier))).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> GiveUp(DecisionBuilder decision) => decision.Request.Status == RequestStatus.InReview
        ? Close(decision)
        : DecisionBuilder.Refuse(Refusal.NotInReview, "The request is not waiting for staff to review it.");

    /// <summary>Closes the request and tells the patron what they can do instead.</summary>
    public static Decided<PatronRequest, RequestEvent> Close(DecisionBuilder decision)
    {
        var reason = decision.Request.Rota.Any(entry => entry.WasAsked) ? NoLibraryLeft : ReasonCode.NotFound;
        var other = AlternativeSearch.OtherService(decision);
        var (saidNo, silent) = SearchCounts.Of(decision.Request);
        return decision
            .Record(new RotaExhausted())
            .Notify(
                Notice.Unfilled,
                new NoticeFacts
                {
                    Reason = reason,
                    SaidNo = saidNo,
                    DidNotAnswer = silent,
                    Ways = other is null ? [] : [other],
                    SuggestAt = decision.Policy.PurchaseSuggestion,
                })
            .Decided();
    }
}
