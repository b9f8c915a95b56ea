using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Reports;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Kit;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Reads everything that is stored, past all caches, and says whether it adds up.</summary>
internal static class Books
{
    private static CancellationToken None => CancellationToken.None;

    /// <summary>Every request that anybody may have placed, with its journal.</summary>
    public static async Task<IReadOnlyList<(VersionedRequest<PatronRequest> Card, IReadOnlyList<JournalEntry<RequestEvent>> Journal)>> RequestsAsync(
        World world)
    {
        var rows =
            await world.Stores.Rows.RangeAsync(
                RowTable.Requests, Patrons.Ho.Id, Keys.RequestsFrom, Keys.RequestsTo, RowLimits.RowsPerPage, openOnly: false, None);
        var requests = new List<(VersionedRequest<PatronRequest>, IReadOnlyList<JournalEntry<RequestEvent>>)>();
        foreach (var stored in rows.Select(VersionedRequest<PatronRequest>.From))
        {
            requests.Add((stored, await CabinetOf(world).JournalAsync(stored.Partition, stored.Request.Id, None)));
        }

        return requests;
    }

    /// <summary>Whatever the moment: an open request has a wake no later than its deadline, and so has each effect that is owed.</summary>
    public static async Task ShouldBeFoundByTheIndexAsync(World world)
    {
        var wakes = await new RequestIndex(world.Stores.Rows).DueEntriesAsync(Keys.DueTo, RowLimits.RowsPerPage, None);
        foreach (var (stored, journal) in await RequestsAsync(world))
        {
            ShouldBeWoken(wakes, stored.Request, journal.SelectMany(entry => entry.Outbox));
        }

        foreach (var (stored, journal) in await LendingBooks.RequestsAsync(world))
        {
            ShouldBeWoken(wakes, stored.Request, journal.SelectMany(entry => entry.Outbox));
        }
    }

    private static void ShouldBeWoken(IReadOnlyList<DueEntry> wakes, IRequestState request, IEnumerable<OutboxItem> outbox)
    {
        var earliest = wakes.Where(wake => wake.RequestId == request.Id).Select(wake => (DateTimeOffset?)wake.At).Min();
        if (request.Deadline is { } deadline)
        {
            earliest.ShouldNotBeNull($"Nothing wakes {request.StatusName} for {deadline}.");
            earliest.Value.ShouldBeLessThanOrEqualTo(deadline.At, $"{request.StatusName} is woken too late for {deadline}.");
        }

        foreach (var owed in outbox.Where(item => item.IsOwed))
        {
            earliest.ShouldNotBeNull($"Nothing wakes {request.StatusName} for {owed.Key}.");

            // The first wait after a failure is shorter than the time of the try itself, for which the wake stands.
            earliest.Value.ShouldBeLessThanOrEqualTo(
                owed.NextAt + RequestStore<PatronRequest, RequestEvent>.DeliveryLease,
                $"{request.StatusName} is woken too late for {owed.Key}.");
        }
    }

    /// <summary>The journey is over: one request, its history whole, everything delivered, nothing left anywhere.</summary>
    public static async Task<PatronRequest> ShouldBalanceAsync(World world)
    {
        var (stored, journal) = (await RequestsAsync(world)).ShouldHaveSingleItem();
        var request = stored.Request;
        journal.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, stored.Stored.Journal));
        journal.Select(entry => entry.FirstEvent).ShouldBe(journal.Select((_, i) => 1 + journal.Take(i).Sum(before => before.Events.Count)));
        StoredJson.Write(RequestFold.Fold(request.Id, journal.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)))))
            .ShouldBe(StoredJson.Write(request));
        ShouldBeDelivered(world, [.. journal.SelectMany(entry => entry.Outbox)]);
        (journal.SelectMany(entry => entry.Events).OfType<FileDownloaded>().Count()).ShouldBe(request.Download?.Used ?? 0);

        await ShouldLeaveNothingAsync(world);
        return request;
    }

    /// <summary>No message is left, and the index leads to all there is.</summary>
    public static async Task ShouldLeaveNothingAsync(World world)
    {
        (await world.Stores.Queue.CountAsync(None)).ShouldBe(0);
        (await new ParkedMessages(world.Stores.Rows, world.Stores.Blobs, world.Stores.Queue, world.Clock, new SystemRandom()).ListAsync(
            10, None)).ShouldBeEmpty();
        await ShouldBeFoundByTheIndexAsync(world);
    }

    /// <summary>Nobody has anything to do any more, however long one waits.</summary>
    public static async Task ShouldBeAtRestAsync(Callers callers)
    {
        var before = await JournalsAsync(callers.World);
        await callers.PassAsync(TimeSpan.FromDays(400));

        // What is left of spent wakes is known to its process alone; a new one finds that they lead to nothing, and takes them down.
        await using var another = new AService(callers.World, Mishap.None);
        await another.Sweep.RunAsync(another.Stop);
        another.Get<RequestIndex>().MarkObsolete(Enumerable.Range(0, 20).Select(number => Keys.DueEntry(World.Opening, "none", number)));
        await another.Sweep.RunAsync(another.Stop);
        (await new RequestIndex(callers.World.Stores.Rows).DueEntriesAsync(Keys.DueTo, RowLimits.RowsPerPage, None)).ShouldBeEmpty();
        (await JournalsAsync(callers.World)).ShouldBe(before);
    }

    private static async Task<string> JournalsAsync(World world) =>
        StoredJson.Write((await RequestsAsync(world)).Select(request => request.Journal))
            + StoredJson.Write((await LendingBooks.RequestsAsync(world)).Select(request => request.Journal));

    private static void ShouldBeDelivered(World world, IReadOnlyList<OutboxItem> outbox)
    {
        outbox.Select(item => item.Key).ShouldBeUnique();
        outbox.ShouldAllBe(item => item.State == Delivery.Delivered);
        var mayBeDouble = outbox.Where(item => item.OutcomeUnknown).Select(item => item.Key).ToHashSet();

        world.Post.Sent.Distinct().ShouldBe(outbox.Where(item => item.Effect is SendNotice).Select(item => item.Key), ignoreOrder: true);
        Doubles(world.Post.Sent).ShouldBeSubsetOf(world.Post.CanTell ? [] : mayBeDouble);

        world.Lenders.Heard.Select(message => message.MessageId)
            .Distinct().ShouldBe(outbox.Where(item => item.Effect is MessageSupplier).Select(item => item.Key), ignoreOrder: true);
        Doubles(world.Lenders.Heard.Select(message => message.MessageId)).ShouldBeSubsetOf(mayBeDouble);
    }

    internal static IEnumerable<string> Doubles(IEnumerable<string> keys) => keys.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => same.Key);

    private static RuleBooks BooksOf(World world) => new(
        OnePolicy.Of(World.DefaultPolicy, World.DefaultBook), new CalendarTable(world.Stores.Rows, new SystemRandom()), world.Clock,
        new MachineTime(world.Machine));

    private static RequestStore<PatronRequest, RequestEvent> CabinetOf(World world) => new(
        world.Stores.Rows,
        new RequestIndex(world.Stores.Rows),
        new RequestCache<PatronRequest>(),
        new SystemRandom(),
        new ClosedRequests(world.Stores.Rows, BooksOf(world)));
}
