using Hkall.Domain.Escalating;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>The patron's answer to an offer: we ask the libraries of another tier, another request replaces this one, or staff look for another way.</summary>
internal static class OfferAnswers
{
    public static Decision<PatronRequest, RequestEvent> Decide(DecisionBuilder decision, DecideOffer order)
    {
        if (decision.Request is not { Status: RequestStatus.InReview, Offer: { } offer })
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, "No offer is waiting for a decision.");
        }

        // The clock decides, not the timer, as for every date given to a patron.
        if (decision.Now >= decision.Calendar.EndOf(offer.DecideBy))
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, $"The offer could be taken until {offer.DecideBy:yyyy-MM-dd}.");
        }

        return order.Way is { } way ? Accept(decision, offer, way, order.ReplacedBy) : Offering.Declined(decision, ReasonCode.ByPatron);
    }

    private static Decision<PatronRequest, RequestEvent> Accept(DecisionBuilder decision, Offer offer, Alternative way, string? replacedBy)
    {
        if (offer.Ways.All(offered => offered.Way != way))
        {
            return DecisionBuilder.Refuse(Refusal.NotOffered, $"The offer is: {string.Join(", ", offer.Ways.Select(offered => Names.Of(offered.Way)))}.");
        }

        if (way.LeadsToTier() is not null)
        {
            return Asking.AskNext(decision.Record(new OfferAccepted(way))).Decided();
        }

        // The other service has other libraries, other limits and another declaration, so it needs another request.
        return replacedBy is null
            ? DecisionBuilder.Refuse(Refusal.NotOffered, "The other service is another request, and that has not been placed.")
            : decision.Record(new OfferAccepted(way)).Record(new RequestReplaced(replacedBy)).Decided();
    }
}
