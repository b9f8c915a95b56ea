using System.Globalization;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Storage;

/// <summary>What is just allowed is stored, and what is just not allowed is refused without asking the service.</summary>
public abstract class RowLimitsContract : StoresContract
{
    private const RowTable Requests = RowTable.Requests;

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('館')]
    public async Task A_body_holds_32_Ki_characters_and_not_one_more(char character)
    {
        var most = new string(character, RowLimits.BodyCharacters);
        await CommitAsync(new RowWrite.Insert(Row("full", most)));

        (await Stores.Rows.FindAsync(Requests, "p", "full", None))!.Body.ShouldBe(most);
        await IsRefusedAsync(new RowWrite.Insert(Row("more", most + character)));
    }

    [Fact]
    public async Task A_transaction_takes_a_hundred_writes_and_not_one_more()
    {
        var writes = Enumerable.Range(0, 101).Select(number => new RowWrite.Put(Row(number.ToString(CultureInfo.InvariantCulture)))).ToArray();

        (await CommitAsync(writes[..100])).ETags.Count.ShouldBe(100);
        await IsRefusedAsync(writes);
        await IsRefusedAsync();
    }

    [Fact]
    public async Task A_transaction_holds_a_Mi_of_plain_characters_and_not_one_more()
    {
        var body = new string('x', RowLimits.BodyCharacters);
        var writes = Enumerable.Range(0, 32).Select(number => new RowWrite.Put(Row(number.ToString(CultureInfo.InvariantCulture), body))).ToArray();

        (await CommitAsync(writes)).Committed.ShouldBeTrue();
        await IsRefusedAsync([.. writes, new RowWrite.Put(Row("more", "x"))]);
    }

    [Fact]
    public async Task A_transaction_of_Chinese_is_refused_where_it_would_be_sent_as_more_than_4_MiB()
    {
        var body = new string('館', RowLimits.BodyCharacters);
        var writes = Enumerable.Range(0, 22).Select(number => new RowWrite.Put(Row(number.ToString(CultureInfo.InvariantCulture), body))).ToArray();

        (await CommitAsync(writes[..21])).Committed.ShouldBeTrue();
        await IsRefusedAsync(writes);
    }

    [Fact]
    public async Task A_key_holds_512_characters_and_not_one_more()
    {
        var most = new string('k', RowLimits.KeyCharacters);
        var row = new Row(most, most, "{}", "c1");

        (await Stores.Rows.CommitAsync(Requests, most, [new RowWrite.Insert(row)], None)).Committed.ShouldBeTrue();
        (await Stores.Rows.FindAsync(Requests, most, most, None)).ShouldNotBeNull();
        (await Stores.Rows.RangeAsync(Requests, most, most, most + " ", 1, openOnly: false, None)).Count.ShouldBe(1);
        await IsRefusedAsync(new RowWrite.Insert(Row(most + "k")));
        await ShouldBeRefused(() => Stores.Rows.FindAsync(Requests, most + "k", "key", None));
        await ShouldBeRefused(() => Stores.Rows.RangeAsync(Requests, "p", "", most + "kk", 1, openOnly: false, None));
    }

    [Fact]
    public async Task Keys_in_Chinese_are_as_long_as_their_address_may_be_and_not_one_character_longer()
    {
        var partition = new string('人', 194);
        var most = new string('書', 194);

        RowWrite[] writes = [new RowWrite.Insert(new Row(partition, most, "{}", "c1")), new RowWrite.Insert(new Row(partition, "圖", "{}", "c1"))];
        (await Stores.Rows.CommitAsync(Requests, partition, writes, None)).Committed.ShouldBeTrue();
        (await Stores.Rows.FindAsync(Requests, partition, most, None)).ShouldNotBeNull();
        await ShouldBeRefused(() => Stores.Rows.FindAsync(Requests, partition, most + "書", None));
        await ShouldBeRefused(() => Stores.Rows.CommitAsync(Requests, partition, [new RowWrite.Delete(most + "書")], None));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public async Task A_key_with_a_reserved_character_or_none_at_all_is_refused(string key)
    {
        await IsRefusedAsync(new RowWrite.Insert(Row(key)));
        await IsRefusedAsync(new RowWrite.Delete(key));
        await ShouldBeRefused(() => Stores.Rows.FindAsync(Requests, key, "key", None));
        await ShouldBeRefused(() => Stores.Rows.FindAsync(Requests, "p", key, None));
        await ShouldBeRefused(() => Stores.Rows.CommitAsync(Requests, key, [new RowWrite.Insert(new Row(key, "key", "{}", "c1"))], None));
    }

    [Theory]
    [InlineData("a'b")]
    [InlineData("''")]
    [InlineData("a b")]
    [InlineData("100%")]
    [InlineData("%41")]
    [InlineData("a+b&c=d;e:f@g,h")]
    [InlineData("(a)[b]{c}|~^`<>\"")]
    [InlineData("圖書館 é 𠮷")]
    public async Task Any_other_character_may_be_in_a_key(string key)
    {
        var row = new Row(key, key, "{}", "c1");
        var inserted = await Stores.Rows.CommitAsync(Requests, key, [new RowWrite.Insert(row)], None);
        (await Stores.Rows.FindAsync(Requests, key, key, None)).ShouldBe(row with { ETag = inserted.ETags[0] });
        (await Stores.Rows.RangeAsync(Requests, key, key, key + " ", 10, openOnly: false, None)).ShouldHaveSingleItem().Key.ShouldBe(key);

        RowWrite[] more = [new RowWrite.Replace(row with { ETag = inserted.ETags[0] }), new RowWrite.Insert(row with { Key = key + "-2" })];
        (await Stores.Rows.CommitAsync(Requests, key, more, None)).Committed.ShouldBeTrue();
        (await Stores.Rows.CommitAsync(Requests, key, [new RowWrite.Delete(key)], None)).Committed.ShouldBeTrue();
        (await Stores.Rows.CommitAsync(Requests, key, [new RowWrite.Delete(key + "-2"), new RowWrite.Put(row)], None)).Committed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_key_twice_in_one_transaction_is_refused()
    {
        await IsRefusedAsync(new RowWrite.Insert(Row("a")), new RowWrite.Put(Row("a")));
        await IsRefusedAsync(new RowWrite.Delete("a"), new RowWrite.Insert(Row("a")));
    }

    [Fact]
    public async Task A_row_of_another_partition_is_refused() => await IsRefusedAsync(new RowWrite.Insert(new Row("other", "a", "{}", "c1")));

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("yesterday's")]
    public async Task A_replacement_without_a_version_is_refused(string? version) =>
        await IsRefusedAsync(new RowWrite.Replace(Row("a") with { ETag = version }));

    [Fact]
    public async Task A_key_or_a_body_that_UTF_8_cannot_carry_is_refused()
    {
        await IsRefusedAsync(new RowWrite.Insert(Row("half a pair \ud840")));
        await IsRefusedAsync(new RowWrite.Insert(Row("\udfb7\ud842 the wrong way round")));
        await IsRefusedAsync(new RowWrite.Insert(Row("a", "half a pair \ud840")));
    }

    [Fact]
    public async Task A_range_of_no_rows_is_refused() =>
        await ShouldBeRefused(() => Stores.Rows.RangeAsync(Requests, "p", "a", "b", 0, openOnly: false, None));

    private static Row Row(string key, string body = "{}") => new("p", key, body, "c1");

    private Task<CommitResult> CommitAsync(params RowWrite[] writes) => Stores.Rows.CommitAsync(Requests, "p", writes, None);

    private Task IsRefusedAsync(params RowWrite[] writes) => ShouldBeRefused(() => CommitAsync(writes));

    private async Task ShouldBeRefused(Func<Task> call) =>
        (await Stores.CostOf(() => Should.ThrowAsync<ArgumentException>(call))).ShouldBe("");
}
