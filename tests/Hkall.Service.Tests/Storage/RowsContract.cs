using System.Globalization;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Storage;

/// <summary>Reading one row and writing some.</summary>
public abstract class RowsContract : StoresContract
{
    private const RowTable Requests = RowTable.Requests;

    private static Row Loan(string key, string body = "{}", string commit = "c1") => new("patron-1", key, body, commit);

    [Fact]
    public async Task A_row_comes_back_as_it_was_written()
    {
        var written = Loan("request-1", """{"title":"香港圖書館'\"\\  𠮷"}""") with { Open = true };
        var result = await CommitAsync(new RowWrite.Insert(written));

        var read = await FindAsync("request-1");

        read.ShouldBe(written with { ETag = result.ETags.ShouldHaveSingleItem() });
        read!.ETag.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_not_found()
    {
        (await FindAsync("request-1")).ShouldBeNull();
        (await Stores.Rows.FindAsync(RowTable.Parked, "nobody", "nothing", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_row_is_inserted_once_only()
    {
        (await CommitAsync(new RowWrite.Insert(Loan("request-1", "first")))).Committed.ShouldBeTrue();

        var again = await CommitAsync(new RowWrite.Insert(Loan("request-1", "second")));

        again.ShouldBe(CommitResult.Conflict);
        (await FindAsync("request-1"))!.Body.ShouldBe("first");
    }

    [Fact]
    public async Task A_row_is_replaced_with_the_version_that_a_write_answered()
    {
        var version = await InsertAsync("request-1");
        var second = await CommitAsync(new RowWrite.Replace(Loan("request-1", "second") with { ETag = version }));
        var third = await CommitAsync(new RowWrite.Replace(Loan("request-1", "third") with { ETag = second.ETags[0] }));

        third.Committed.ShouldBeTrue();
        (await FindAsync("request-1"))!.Body.ShouldBe("third");
    }

    [Fact]
    public async Task A_row_is_replaced_with_the_version_that_was_read()
    {
        await InsertAsync("request-1");
        var read = await FindAsync("request-1");

        (await CommitAsync(new RowWrite.Replace(read! with { Body = "changed" }))).Committed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_row_that_has_changed_since_it_was_read_is_not_replaced()
    {
        var version = await InsertAsync("request-1");
        await CommitAsync(new RowWrite.Put(Loan("request-1", "somebody was faster")));

        (await CommitAsync(new RowWrite.Replace(Loan("request-1", "too late") with { ETag = version }))).ShouldBe(CommitResult.Conflict);
        (await FindAsync("request-1"))!.Body.ShouldBe("somebody was faster");
    }

    [Fact]
    public async Task A_row_that_is_gone_is_not_replaced()
    {
        var version = await InsertAsync("request-1");
        await CommitAsync(new RowWrite.Delete("request-1"));

        (await CommitAsync(new RowWrite.Replace(Loan("request-1") with { ETag = version }))).ShouldBe(CommitResult.Conflict);
        (await FindAsync("request-1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_put_writes_whatever_is_there_and_leaves_nothing_of_it()
    {
        await CommitAsync(new RowWrite.Put(Loan("request-1", "first") with { Open = true }));
        var second = await CommitAsync(new RowWrite.Put(Loan("request-1", "second", "c2")));

        (await FindAsync("request-1")).ShouldBe(Loan("request-1", "second", "c2") with { ETag = second.ETags[0] });
    }

    [Fact]
    public async Task A_deleted_row_is_gone_and_deleting_it_again_is_a_conflict()
    {
        await InsertAsync("request-1");
        var deleted = await CommitAsync(new RowWrite.Delete("request-1"));

        deleted.Committed.ShouldBeTrue();
        deleted.ETags.ShouldBe([null]);
        (await FindAsync("request-1")).ShouldBeNull();
        (await CommitAsync(new RowWrite.Delete("request-1"))).ShouldBe(CommitResult.Conflict);
    }

    [Fact]
    public async Task A_row_is_deleted_in_the_version_that_was_read_and_in_no_other()
    {
        var first = await InsertAsync("request-1");
        var second = (await CommitAsync(new RowWrite.Replace(Loan("request-1", "second") with { ETag = first }))).ETags[0];

        (await CommitAsync(new RowWrite.Delete("request-1", first))).ShouldBe(CommitResult.Conflict);
        (await CommitAsync(new RowWrite.Insert(Loan("beside")), new RowWrite.Delete("request-1", first))).ShouldBe(CommitResult.Conflict);
        (await FindAsync("request-1"))!.Body.ShouldBe("second");
        (await CommitAsync(new RowWrite.Delete("request-1", second))).Committed.ShouldBeTrue();
        (await FindAsync("request-1")).ShouldBeNull();
        (await FindAsync("beside")).ShouldBeNull();
    }

    [Fact]
    public async Task A_transaction_answers_the_new_versions_in_the_order_of_its_writes()
    {
        var version = await InsertAsync("b-replaced");
        await InsertAsync("a-deleted");
        var result = await CommitAsync(
            new RowWrite.Insert(Loan("d-inserted")),
            new RowWrite.Delete("a-deleted"),
            new RowWrite.Replace(Loan("b-replaced") with { ETag = version }),
            new RowWrite.Put(Loan("c-put")));

        result.Committed.ShouldBeTrue();
        result.ETags.ShouldBe([(await FindAsync("d-inserted"))!.ETag, null, (await FindAsync("b-replaced"))!.ETag, (await FindAsync("c-put"))!.ETag]);

        // And they are good for the next transaction.
        (await CommitAsync(
            new RowWrite.Replace(Loan("d-inserted") with { ETag = result.ETags[0] }),
            new RowWrite.Replace(Loan("b-replaced") with { ETag = result.ETags[2] }),
            new RowWrite.Replace(Loan("c-put") with { ETag = result.ETags[3] }))).Committed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("an insert of a row that exists")]
    [InlineData("a replacement of a row that has changed")]
    [InlineData("a replacement of a row that is gone")]
    [InlineData("a deletion of a row that is gone")]
    public async Task A_transaction_writes_nothing_where_one_of_its_writes_cannot_be_done(string conflict)
    {
        var version = await InsertAsync("existing");
        await CommitAsync(new RowWrite.Put(Loan("existing", "changed")));
        var read = await FindAsync("existing");
        RowWrite impossible = conflict switch
        {
            "an insert of a row that exists" => new RowWrite.Insert(Loan("existing", "mine")),
            "a replacement of a row that has changed" => new RowWrite.Replace(Loan("existing", "mine") with { ETag = version }),
            "a replacement of a row that is gone" => new RowWrite.Replace(Loan("gone", "mine") with { ETag = version }),
            _ => new RowWrite.Delete("gone"),
        };

        var result = await CommitAsync(new RowWrite.Insert(Loan("before")), new RowWrite.Put(Loan("put")), impossible, new RowWrite.Insert(Loan("after")));

        result.ShouldBe(CommitResult.Conflict);
        (await FindAsync("before")).ShouldBeNull();
        (await FindAsync("put")).ShouldBeNull();
        (await FindAsync("after")).ShouldBeNull();
        (await FindAsync("existing")).ShouldBe(read);
    }

    [Fact]
    public async Task The_same_key_in_another_partition_or_table_is_another_row()
    {
        await InsertAsync("request-1");

        (await Stores.Rows.FindAsync(Requests, "patron-2", "request-1", None)).ShouldBeNull();
        (await Stores.Rows.FindAsync(Requests, "Patron-1", "request-1", None)).ShouldBeNull();
        (await Stores.Rows.FindAsync(RowTable.Pointers, "patron-1", "request-1", None)).ShouldBeNull();
        (await FindAsync("Request-1")).ShouldBeNull();
    }

    [Fact]
    public async Task Of_fifty_who_write_at_once_exactly_one_wins_each_round()
    {
        var version = await InsertAsync("request-1");
        for (var round = 1; round <= 4; round++)
        {
            var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(() =>
                CommitAsync(new RowWrite.Replace(Loan("request-1", Words(round, writer)) with { ETag = version })))));

            var winner = results.Index().Where(result => result.Item.Committed).ShouldHaveSingleItem();
            version = winner.Item.ETags[0];
            (await FindAsync("request-1")).ShouldBe(Loan("request-1", Words(round, winner.Index)) with { ETag = version });
        }
    }

    [Fact]
    public async Task Of_fifty_who_insert_the_same_row_exactly_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(writer => Task.Run(() =>
            CommitAsync(new RowWrite.Insert(Loan("request-1", Words(1, writer))), new RowWrite.Put(Loan("last-writer", Words(1, writer)))))));

        results.Count(result => result.Committed).ShouldBe(1);
        (await FindAsync("last-writer"))!.Body.ShouldBe((await FindAsync("request-1"))!.Body);
    }

    [Fact]
    public async Task Reading_a_row_and_committing_are_one_request_each()
    {
        (await Stores.CostOf(() => FindAsync("request-1"))).ShouldBe("tables GET: 1");
        (await Stores.CostOf(() => CommitAsync(new RowWrite.Insert(Loan("a"))))).ShouldBe("tables POST: 1");
        (await Stores.CostOf(() => CommitAsync(new RowWrite.Insert(Loan("a"))))).ShouldBe("tables POST: 1");
        (await Stores.CostOf(() => FindAsync("a"))).ShouldBe("tables GET: 1");
        (await Stores.CostOf(() => CommitAsync(new RowWrite.Put(Loan("a"))))).ShouldBe("tables PUT: 1");
        (await Stores.CostOf(() => CommitAsync(new RowWrite.Put(Loan("a")), new RowWrite.Insert(Loan("b"))))).ShouldBe("tables POST: 1");
        (await Stores.CostOf(() => CommitAsync(new RowWrite.Delete("a")))).ShouldBe("tables DELETE: 1");
    }

    private static string Words(int round, int writer) => string.Create(CultureInfo.InvariantCulture, $"round {round}, writer {writer}");

    private Task<Row?> FindAsync(string key) => Stores.Rows.FindAsync(Requests, "patron-1", key, None);

    private Task<CommitResult> CommitAsync(params RowWrite[] writes) => Stores.Rows.CommitAsync(Requests, "patron-1", writes, None);

    private async Task<string?> InsertAsync(string key) => (await CommitAsync(new RowWrite.Insert(Loan(key)))).ETags[0];
}
