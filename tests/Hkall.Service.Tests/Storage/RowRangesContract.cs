using System.Globalization;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Storage;

/// <summary>Reading rows between two keys.</summary>
public abstract class RowRangesContract : StoresContract
{
    private const RowTable Pointers = RowTable.Pointers;

    [Fact]
    public async Task Rows_come_in_the_order_of_their_keys_letter_by_letter()
    {
        string[] ordered = ["!", "10", "9", "A", "Z", "_", "a", "a-", "aa", "b", "z", "é", "圖", "書", "館"];
        await InsertAsync(ordered.Reverse());

        (await KeysAsync("", "\uffff", 100)).ShouldBe(ordered);
    }

    [Fact]
    public async Task A_range_holds_its_first_key_and_not_its_last()
    {
        await InsertAsync(["due-1", "due-2", "due-3", "due-30", "due-4"]);

        (await KeysAsync("due-2", "due-4", 100)).ShouldBe(["due-2", "due-3", "due-30"]);
        (await KeysAsync("due-2", "due-2 ", 100)).ShouldBe(["due-2"]);
        (await KeysAsync("due-5", "due-9", 100)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_and_a_space_begin_the_rows_that_follow_it()
    {
        await InsertAsync(["due-1", "due-1!", "due-2"]);

        (await KeysAsync("due-1 ", "due-9", 100)).ShouldBe(["due-1!", "due-2"]);
    }

    [Fact]
    public async Task A_bound_may_hold_what_a_key_may_not()
    {
        await InsertAsync(["due.1", "due.2", "o'clock"]);

        (await KeysAsync("due.", "due/", 100)).ShouldBe(["due.1", "due.2"]);
        (await KeysAsync("o'", "o'd", 100)).ShouldBe(["o'clock"]);
    }

    [Fact]
    public async Task An_empty_or_backward_range_holds_nothing_and_asks_nobody()
    {
        await InsertAsync(["a", "b"]);

        (await Stores.CostOf(async () => (await KeysAsync("a", "a", 10)).ShouldBeEmpty())).ShouldBe("");
        (await Stores.CostOf(async () => (await KeysAsync("b", "a", 10)).ShouldBeEmpty())).ShouldBe("");
    }

    [Fact]
    public async Task Only_so_many_rows_come_as_were_asked_for()
    {
        await InsertAsync(["a", "b", "c"]);

        (await KeysAsync("a", "z", 2)).ShouldBe(["a", "b"]);
        (await KeysAsync("a", "z", 3)).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_range_stays_in_its_partition_and_its_table()
    {
        await InsertAsync(["a"]);

        (await Stores.Rows.RangeAsync(Pointers, "due-2", "", "z", 10, openOnly: false, None)).ShouldBeEmpty();
        (await Stores.Rows.RangeAsync(RowTable.Requests, "due", "", "z", 10, openOnly: false, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_open_rows_come_where_only_they_are_asked_for()
    {
        var opened = (await CommitAsync(
            new RowWrite.Insert(Entry("a") with { Open = true }),
            new RowWrite.Insert(Entry("b")),
            new RowWrite.Insert(Entry("c") with { Open = true }),
            new RowWrite.Insert(Entry("d") with { Open = true }))).ETags;

        (await KeysAsync("", "z", 10, openOnly: true)).ShouldBe(["a", "c", "d"]);
        (await KeysAsync("b", "d", 10, openOnly: true)).ShouldBe(["c"]);
        (await KeysAsync("", "z", 2, openOnly: true)).ShouldBe(["a", "c"]);

        // One is closed, one is opened, one is deleted.
        await CommitAsync(
            new RowWrite.Replace(Entry("a") with { ETag = opened[0] }),
            new RowWrite.Put(Entry("b") with { Open = true }),
            new RowWrite.Delete("d"));

        (await KeysAsync("", "z", 10, openOnly: true)).ShouldBe(["b", "c"]);
        (await KeysAsync("", "z", 10)).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task A_row_of_a_range_can_be_replaced_with_its_version()
    {
        await InsertAsync(["a"]);
        var row = (await Stores.Rows.RangeAsync(Pointers, "due", "", "z", 10, openOnly: false, None)).ShouldHaveSingleItem();

        (await CommitAsync(new RowWrite.Replace(row with { Body = "changed" }))).Committed.ShouldBeTrue();
    }

    [Fact]
    public async Task More_rows_than_a_page_holds_come_page_by_page_and_in_order()
    {
        var keys = Enumerable.Range(0, 2100).Select(number => number.ToString("D5", CultureInfo.InvariantCulture)).ToList();
        await InsertAsync(keys);

        (await Stores.CostOf(async () => (await KeysAsync("", "z", 5000)).ShouldBe(keys))).ShouldBe("tables GET: 3");
        (await Stores.CostOf(async () => (await KeysAsync("", "z", 1500)).ShouldBe(keys.Take(1500)))).ShouldBe("tables GET: 2");
        (await Stores.CostOf(async () => (await KeysAsync("00050", "00060", 5000)).ShouldBe(keys.Skip(50).Take(10)))).ShouldBe("tables GET: 1");

        // A page that fills what was asked for is the last that is fetched.
        (await Stores.CostOf(async () => (await KeysAsync("", "z", 1000)).ShouldBe(keys.Take(1000)))).ShouldBe("tables GET: 1");
        (await Stores.CostOf(async () => (await KeysAsync("", "z", 5)).ShouldBe(keys.Take(5)))).ShouldBe("tables GET: 1");
        (await Stores.CostOf(async () => (await KeysAsync("x", "z", 5)).ShouldBeEmpty())).ShouldBe("tables GET: 1");
    }

    private static Row Entry(string key) => new("due", key, "{}", "c1");

    private Task<CommitResult> CommitAsync(params RowWrite[] writes) => Stores.Rows.CommitAsync(Pointers, "due", writes, None);

    private async Task InsertAsync(IEnumerable<string> keys)
    {
        foreach (var some in keys.Chunk(RowLimits.WritesPerTransaction))
        {
            (await CommitAsync([.. some.Select(key => new RowWrite.Insert(Entry(key)))])).Committed.ShouldBeTrue();
        }
    }

    private async Task<List<string>> KeysAsync(string from, string to, int take, bool openOnly = false) =>
        [.. (await Stores.Rows.RangeAsync(Pointers, "due", from, to, take, openOnly, None)).Select(row => row.Key)];
}
