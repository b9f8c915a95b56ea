using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Escalating;

/// <summary>Which ways are left that the patron has not allowed, and has not said no to.</summary>
internal static class AlternativeSearch
{
    /// <summary>
    /// The tiers first, the nearest first, then the other service. A copy of a part is offered where the request names the part,
    /// or beside another way: on its own it would only keep staff waiting for a question the patron cannot answer with a yes.
    /// </summary>
    public static IReadOnlyList<OfferedAlternative> Left(DecisionBuilder decision)
    {
        var request = decision.Request;
        List<OfferedAlternative> ways =
        [
            .. from tier in request.Reserve.Where(entry => !entry.WasAsked).Select(entry => entry.Tier).Distinct().Order()
               where !request.NotWanted.Contains(Alternatives.To(tier))
               select new OfferedAlternative(Alternatives.To(tier), Asking.EstimateFrom(decision, tier)),
        ];
        if (OtherService(decision) is { } other && !request.NotWanted.Contains(other.Way)
            && (other.Way != Alternative.Copy || NamesAPart(request.Item) || ways.Count > 0))
        {
            ways.Add(other);
        }

        return ways;
    }

    /// <summary>The other service, where it makes sense for this item, some library has it and the patron's group may have it from there.</summary>
    public static OfferedAlternative? OtherService(DecisionBuilder decision)
    {
        var request = decision.Request;
        var other = request.Service switch
        {
            ServiceType.Loan => ServiceType.Copy,
            ServiceType.Copy => ServiceType.Loan,
        };

        // No library lends an issue of a journal for the sake of one article.
        if (other == ServiceType.Loan && request.Item is { ArticleTitle: not null } or { Issn: not null })
        {
            return null;
        }

        var tiers = request.Rota.Concat(request.Reserve)
            .Select(entry => entry.Tier)
            .Where(tier => request.Accepts(tier) && decision.Policy.Privileges[request.Group].For(tier).For(other) != Access.NotAllowed)
            .Order()
            .ToList();
        return tiers is [var nearest, ..]
            ? new OfferedAlternative(other == ServiceType.Loan ? Alternative.Loan : Alternative.Copy, Asking.EstimateFrom(decision, nearest, other))
            : null;
    }

    private static bool NamesAPart(Item item) => item is { ChapterTitle: not null } or { ArticleTitle: not null } or { Pages: not null };
}
