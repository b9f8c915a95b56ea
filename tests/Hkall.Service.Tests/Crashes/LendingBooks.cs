using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Kit;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Reads what is stored of lending, past all caches, and says whether it adds up.</summary>
internal static class LendingBooks
{
    private static CancellationToken None => CancellationToken.None;

    /// <summary>Every request to lend, with its journal, by the list in which each of them stands.</summary>
    public static async Task<IReadOnlyList<(VersionedRequest<LendingRequest> Card, IReadOnlyList<JournalEntry<LendingEvent>> Journal)>> RequestsAsync(
        World world)
    {
        var store = CabinetOf(world);
        var listed =
            await world.Stores.Rows.RangeAsync(
                RowTable.Pointers, Keys.IndexPartition, Keys.LentFrom, Keys.LentTo, RowLimits.RowsPerPage, openOnly: false, None);
        var requests = new List<(VersionedRequest<LendingRequest>, IReadOnlyList<JournalEntry<LendingEvent>>)>();
        foreach (var id in listed.Select(row => row.Key.Split(':')[^1]).Distinct(StringComparer.Ordinal))
        {
            // The pointer is put up first: a process may have died before there was anything to point to.
            if (await store.ReadAsync(id, id, None) is { } stored)
            {
                requests.Add((stored, await store.JournalAsync(id, id, None)));
            }
        }

        return requests;
    }

    /// <summary>The journey is over: one request, its history whole, every word said, the item counted once, nothing left anywhere.</summary>
    public static async Task ShouldBalanceAsync(World world)
    {
        var (stored, journal) = (await RequestsAsync(world)).ShouldHaveSingleItem();
        var request = stored.Request;
        journal.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, stored.Stored.Journal));
        StoredJson.Write(LendingFold.Fold(request.Id, journal.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)))))
            .ShouldBe(StoredJson.Write(request));

        IReadOnlyList<OutboxItem> outbox = [.. journal.SelectMany(entry => entry.Outbox)];
        outbox.Select(item => item.Key).ShouldBeUnique();
        outbox.ShouldAllBe(item => item.State == Delivery.Delivered);
        var told = world.Lenders.Told.Select(word => word.MessageId).ToList();
        told.Distinct().ShouldBe(outbox.Where(item => item.Effect is MessageBorrower).Select(item => item.Key), ignoreOrder: true);
        Books.Doubles(told).ShouldBeSubsetOf(outbox.Where(item => item.OutcomeUnknown).Select(item => item.Key));

        outbox.Count(item => item.Effect is CountLent).ShouldBe(1);
        var figures = (await Directories.Over(world.Stores.Rows, world.Clock).KnownAsync(None)).FiguresOf(
            request.Borrower.Symbol);
        figures.Lent.ShouldHaveSingleItem("What is lent is counted once, whatever was tried again.");
        figures.Balance.ShouldBe(-1);

        (await world.Stores.Rows.RangeAsync(
            RowTable.Pointers, Keys.IndexPartition, Keys.WithBorrowerFrom(request.Borrower.Symbol), Keys.WithBorrowerTo(request.Borrower.Symbol), 10,
            openOnly: false, None))
            .Count.ShouldBeLessThanOrEqualTo(1, "A pointer that a dying process left behind leads to a closed request, and counts nothing.");
        (await new OpenLendings(new RequestIndex(world.Stores.Rows), CabinetOf(world)).SinceAsync(null, None)).ShouldHaveSingleItem(
            "Staff and reports see it once.");
        await Books.ShouldLeaveNothingAsync(world);
    }

    private static RequestStore<LendingRequest, LendingEvent> CabinetOf(World world) =>
        new(world.Stores.Rows, new RequestIndex(world.Stores.Rows), new RequestCache<LendingRequest>(), new SystemRandom());
}
