using Hkall.Domain.Model;

namespace Hkall.Domain.Escalating;

/// <summary>Finds the alternatives that the patron has neither allowed nor declined.</summary>
internal static class AlternativeSearch
{
    /// <summary>
    /// The tiers come first, the nearest first, then the other service. We offer a copy of a part only if the request names the part,
    /// or beside another alternative: alone, the patron could not accept it, and staff would only wait for the answer.
    /// </summary>
    public static IReadOnlyList<OfferedAlternative> Left(DecisionBuilder decision)
    {
        var request = decision.Request;
        List<OfferedAlternative> ways =
        [
            .. from tier in request.Reserve.Where(entry => !entry.WasAsked).Select(entry => entry.Tier).Distinct().Order()
               where !request.NotWanted.Contains(Alternatives.To(tier))
               select new OfferedAlternative(Alternatives.To(tier), Estimates.Of(tier, request.Service, decision.Now, decision.Book)),
        ];
        if (OtherService(decision) is { } other && !request.NotWanted.Contains(other.Way)
            && (other.Way != Alternative.Copy || NamesAPart(request.Item) || ways.Count > 0))
        {
            ways.Add(other);
        }

        return ways;
    }

    /// <summary>The other service, if it makes sense for this item, a library has the item and the patron's group may have it from there.</summary>
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
            ? new OfferedAlternative(other == ServiceType.Loan ? Alternative.Loan : Alternative.Copy, Estimates.Of(nearest, other, decision.Now, decision.Book))
            : null;
    }

    private static bool NamesAPart(Item item) => item is { ChapterTitle: not null } or { ArticleTitle: not null } or { Pages: not null };
}
