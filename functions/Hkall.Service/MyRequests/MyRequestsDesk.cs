using Hkall.Requests;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Turns;

namespace Hkall.Service.MyRequests;

/// <summary>Reading a patron's own requests: one range of their partition, and never anybody else's.</summary>
public sealed class MyRequestsDesk(IRows rows, Cabinet cabinet)
{
    public const int LargestPage = 100;

    /// <summary>The patron's own card, or null: what is not theirs does not exist.</summary>
    public Task<HeldCard?> FindAsync(Patron patron, string requestId, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(requestId) ? cabinet.ReadAsync(patron.Id, requestId, cancellation) : Task.FromResult<HeldCard?>(null);

    /// <summary>The journal up to the version of the card: what has happened since belongs to the next version.</summary>
    public async Task<IReadOnlyList<JournalEntry>> JournalAsync(HeldCard card, CancellationToken cancellation) =>
        [.. (await cabinet.JournalAsync(card.Partition, card.Request.Id, cancellation)).TakeWhile(entry => entry.Number <= card.Card.Journal)];

    /// <summary>The patron's requests that are open, or on which something is owed.</summary>
    public async Task<IReadOnlyList<Request>> StandingAsync(string patronId, CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(RowTable.Requests, patronId, Keys.CardsFrom, Keys.CardsTo, RowLimits.RowsPerPage, openOnly: true, cancellation)).Select(row => HeldCard.From(row).Request)];

    /// <summary>A page, newest first. The cursor is the last id of the page before.</summary>
    public async Task<(IReadOnlyList<HeldCard> Cards, string? Next)> ListAsync(Patron patron, bool? open, int limit, string? after, CancellationToken cancellation)
    {
        var from = after is null ? Keys.CardsFrom : Keys.Card(after) + "!";
        var cards = new List<HeldCard>();
        while (true)
        {
            // One more than asked for tells whether there is a next page.
            var page = await rows.RangeAsync(RowTable.Requests, patron.Id, from, Keys.CardsTo, limit + 1, openOnly: open == true, cancellation);
            cards.AddRange(page.Select(HeldCard.From).Where(card => open is null || card.Request.Status.IsOpen() == open));
            if (page.Count <= limit || cards.Count > limit)
            {
                break;
            }

            from = page[^1].Key + "!";
        }

        return cards.Count > limit
            ? ([.. cards.Take(limit)], cards[limit - 1].Request.Id)
            : (cards, null);
    }
}
