using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Placing;

/// <summary>
/// The item is held only where the patron's group may not have this service from. They are told at once, instead of waiting for a
/// search that cannot end well, and read of the other service if they may have that.
/// </summary>
internal static class HeldOnlyElsewhere
{
    public static Refused<PatronRequest, RequestEvent>? Refusal(PlaceRequest order, Policy policy)
    {
        if (order.Routing is not { Places: [], Rejections: [_, ..] rejections }
            || !rejections.All(each => each.For is RejectedFor.TierNotAllowed or RejectedFor.Inactive or RejectedFor.ServiceNotLent))
        {
            return null;
        }

        var tiers = rejections.Where(each => each.For == RejectedFor.TierNotAllowed).Select(each => each.Facts.Tier).ToHashSet();
        bool MayHave(ServiceType service) => tiers.Any(tier => policy.Privileges[order.Group].For(tier).For(service) != Access.NotAllowed);
        return (order.Service, tiers.Count) switch
        {
            (_, 0) => null,
            (ServiceType.Loan, _) => DecisionBuilder.Refuse(
                Domain.Refusal.NotEligible,
                MayHave(ServiceType.Copy)
                    ? "The libraries that have this item do not lend it to your user group. You can request a copy of a chapter or of some pages instead."
                    : "The libraries that have this item do not lend it to your user group."),
            (ServiceType.Copy, _) => DecisionBuilder.Refuse(
                Domain.Refusal.NotEligible,
                MayHave(ServiceType.Loan) && order.Item is { ArticleTitle: null, Issn: null }
                    ? "The libraries that have this item do not supply copies to your user group. You can request the whole item instead."
                    : "The libraries that have this item do not supply copies to your user group."),
        };
    }
}
