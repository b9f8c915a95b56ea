using Hkall.Requests.Supplying;

namespace Hkall.Requests.Placing;

/// <summary>Whether a request may be placed, and what placing it sets going.</summary>
public static class PlacingRules
{
    /// <summary>The most libraries asked for one request: at a few days each, a longer rota outlives the need.</summary>
    public const int LongestRota = 12;

    public static Decision Decide(PlaceRequest order, DateTimeOffset now, RuleBook book)
    {
        var counted = order.OpenRequests.Where(open => open.Status.CountsTowardsQuota()).ToList();
        if (counted.FirstOrDefault(open => IsSame(open, order)) is { } same)
        {
            return new Refused(Refusal.DuplicateRequest, $"The same item is already requested ({same.Id}).");
        }

        var allowed = book.Policy.OpenRequests[order.Group];
        if (counted.Count >= allowed)
        {
            return new Refused(Refusal.QuotaReached, $"{counted.Count} requests are open, as many as allowed at once.");
        }

        var placed = new RequestPlaced(
            order.PatronId,
            order.Group,
            order.Service,
            order.Item,
            order.NeededBy,
            order.Note,
            [.. order.Rota.DistinctBy(entry => entry.Symbol).Take(LongestRota)],
            book.Policy.Version);
        var draft = Draft.ForPlacing(order.RequestId, placed, now, book);
        var first = order.Rota is [var library, ..] ? library : null;
        if (first is not null)
        {
            draft.Tell(Notice.RequestPlaced, new NoticeFacts { Estimate = Asking.EstimateFrom(draft, first.Tier) });
        }

        return Asking.AskNext(draft).Decided();
    }

    /// <summary>The same work by its identifiers, or by title, author and edition where it has none, in the same service.</summary>
    private static bool IsSame(Request open, PlaceRequest order) =>
        open.Service == order.Service && Likeness(open.Item) == Likeness(order.Item);

    private static string Likeness(Item item) => string.Join(
        '|',
        item.Doi ?? string.Empty,
        item.Isbn ?? item.Issn ?? $"{Plain(item.Title)}/{Plain(item.Author)}/{Plain(item.Edition)}/{item.Year}",
        Plain(item.Volume),
        Plain(item.Issue),
        Plain(item.ArticleTitle ?? item.ChapterTitle),
        Plain(item.Pages));

    private static string Plain(string? text) => string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
