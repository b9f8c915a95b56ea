using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Escalating;

/// <summary>Which ways are left that the patron has not allowed, and has not said no to.</summary>
internal static class Ways
{
    /// <summary>
    /// The tiers first, the nearest first, then the other service. A copy of a part is offered where the request names the part,
    /// or beside another way: on its own it would only keep staff waiting for a question the patron cannot answer with a yes.
    /// </summary>
    public static IReadOnlyList<OfferedWay> Left(Draft draft)
    {
        var request = draft.Request;
        List<OfferedWay> ways =
        [
            .. from tier in request.Reserve.Where(entry => !entry.WasAsked).Select(entry => entry.Tier).Distinct().Order()
               where !request.NotWanted.Contains(WaysOn.To(tier))
               select new OfferedWay(WaysOn.To(tier), Asking.EstimateFrom(draft, tier)),
        ];
        if (OtherService(draft) is { } other && !request.NotWanted.Contains(other.Way)
            && (other.Way != Way.Copy || NamesAPart(request.Item) || ways.Count > 0))
        {
            ways.Add(other);
        }

        return ways;
    }

    /// <summary>The other service, where it makes sense for this item, some library has it and the patron's group may have it from there.</summary>
    public static OfferedWay? OtherService(Draft draft)
    {
        var request = draft.Request;
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
            .Where(tier => request.Accepts(tier) && draft.Policy.Privileges[request.Group].For(tier).For(other) != Access.NotAllowed)
            .Order()
            .ToList();
        return tiers is [var nearest, ..]
            ? new OfferedWay(other == ServiceType.Loan ? Way.Loan : Way.Copy, Asking.EstimateFrom(draft, nearest, other))
            : null;
    }

    private static bool NamesAPart(Item item) => item is { ChapterTitle: not null } or { ArticleTitle: not null } or { Pages: not null };
}
