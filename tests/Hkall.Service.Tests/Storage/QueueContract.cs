using System.Diagnostics;
using System.Text;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Storage;

/// <summary>Partner messages on their way.</summary>
public abstract class QueueContract : StoresContract
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_message_is_handed_out_as_it_was_sent()
    {
        const string Body = "<ISO18626Message>香港 \"𠮷\" &amp;\r\n</ISO18626Message>";
        await Stores.Queue.SendAsync(Body, None);

        var message = (await ReceiveAsync(10)).ShouldHaveSingleItem();

        message.Body.ShouldBe(Body);
        message.Deliveries.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_queue_hands_out_nothing() => (await ReceiveAsync(32)).ShouldBeEmpty();

    [Fact]
    public async Task Every_message_is_handed_out_once_while_it_is_being_worked_on()
    {
        var sent = Enumerable.Range(0, 40).Select(number => $"message {number}").ToList();
        foreach (var body in sent)
        {
            await Stores.Queue.SendAsync(body, None);
        }

        var first = await ReceiveAsync(32);
        var second = await ReceiveAsync(32);

        first.Count.ShouldBe(32);
        first.Concat(second).Select(message => message.Body).ShouldBe(sent, ignoreOrder: true);
        (await ReceiveAsync(32)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_nobody_deletes_comes_again_and_says_how_often_it_has()
    {
        await Stores.Queue.SendAsync("shipped", None);
        var first = (await ReceiveAsync(1, ASecond)).ShouldHaveSingleItem();

        var second = await ReceiveAgainAsync(ASecond);

        second.Id.ShouldBe(first.Id);
        second.Body.ShouldBe("shipped");
        second.Receipt.ShouldNotBe(first.Receipt);
        second.Deliveries.ShouldBe(2);
    }

    [Fact]
    public async Task A_deleted_message_does_not_come_again()
    {
        await Stores.Queue.SendAsync("shipped", None);
        var deleted = (await ReceiveAsync(1, ASecond)).ShouldHaveSingleItem();
        await Stores.Queue.DeleteAsync(deleted, None);

        // The next one shows that time has passed, for Azurite's clock cannot be moved.
        await Stores.Queue.SendAsync("overdue", None);
        await ReceiveAsync(1, ASecond);
        (await ReceiveAgainAsync(AMinute)).Body.ShouldBe("overdue");
        (await ReceiveAsync(32)).ShouldBeEmpty();
        await Stores.Queue.DeleteAsync(deleted, None);
    }

    [Fact]
    public async Task A_slow_consumer_cannot_delete_a_message_that_another_works_on()
    {
        await Stores.Queue.SendAsync("shipped", None);
        var slow = (await ReceiveAsync(1, ASecond)).ShouldHaveSingleItem();
        await ReceiveAgainAsync(ASecond);

        await Stores.Queue.DeleteAsync(slow, None);

        (await ReceiveAgainAsync(AMinute)).Deliveries.ShouldBe(3);
    }

    [Fact]
    public async Task A_slow_consumer_may_still_delete_a_message_that_nobody_else_has_received()
    {
        await Stores.Queue.SendAsync("shipped", None);
        var slow = (await ReceiveAsync(1, ASecond)).ShouldHaveSingleItem();
        Stores.Wait(AMinute);
        await Stores.Queue.DeleteAsync(slow, None);

        (await ReceiveAsync(32)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData('x', 48 * 1024)]
    [InlineData('館', 16 * 1024)]
    public async Task A_message_holds_48_KiB_and_not_one_character_more(char character, int most)
    {
        var body = new string(character, most);
        Encoding.UTF8.GetByteCount(body).ShouldBe(IMessageQueue.MaxBodyBytes);
        await Stores.Queue.SendAsync(body, None);

        (await ReceiveAsync(1)).ShouldHaveSingleItem().Body.ShouldBe(body);
        await Should.ThrowAsync<ArgumentException>(() => Stores.Queue.SendAsync(body + character, None));
    }

    [Fact]
    public async Task A_message_that_says_nothing_or_that_UTF_8_cannot_carry_is_refused()
    {
        await Should.ThrowAsync<ArgumentException>(() => Stores.Queue.SendAsync("", None));
        await Should.ThrowAsync<ArgumentException>(() => Stores.Queue.SendAsync("half a pair \ud840", None));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(33, 60)]
    [InlineData(1, 0)]
    [InlineData(1, 0.5)]
    [InlineData(1, 1.5)]
    [InlineData(1, 604_801)]
    public async Task Receiving_keeps_to_the_limits_of_the_service(int max, double seconds) =>
        await Should.ThrowAsync<ArgumentException>(() => ReceiveAsync(max, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task The_count_takes_in_what_is_being_worked_on()
    {
        (await Stores.Queue.CountAsync(None)).ShouldBe(0);
        await Stores.Queue.SendAsync("shipped", None);
        await Stores.Queue.SendAsync("overdue", None);
        var taken = (await ReceiveAsync(1)).ShouldHaveSingleItem();
        (await Stores.Queue.CountAsync(None)).ShouldBe(2);

        await Stores.Queue.DeleteAsync(taken, None);

        (await Stores.Queue.CountAsync(None)).ShouldBe(1);
    }

    [Fact]
    public async Task Sending_receiving_deleting_and_counting_are_one_request_each()
    {
        IReadOnlyList<QueuedMessage> received = [];
        (await Stores.CostOf(() => ReceiveAsync(32))).ShouldBe("queues GET: 1");
        (await Stores.CostOf(() => Stores.Queue.SendAsync("shipped", None))).ShouldBe("queues POST: 1");
        (await Stores.CostOf(async () => received = await ReceiveAsync(32))).ShouldBe("queues GET: 1");
        (await Stores.CostOf(() => Stores.Queue.DeleteAsync(received[0], None))).ShouldBe("queues DELETE: 1");
        (await Stores.CostOf(() => Stores.Queue.DeleteAsync(received[0], None))).ShouldBe("queues DELETE: 1");
        (await Stores.CostOf(() => Stores.Queue.CountAsync(None))).ShouldBe("queues GET: 1");
    }

    private Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max) => ReceiveAsync(max, AMinute);

    private Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor) => Stores.Queue.ReceiveAsync(max, invisibleFor, None);

    /// <summary>Asks until the second is over: a clock that can be moved is moved, and Azurite's is waited for by asking again.</summary>
    private async Task<QueuedMessage> ReceiveAgainAsync(TimeSpan invisibleFor)
    {
        var asking = Stopwatch.StartNew();
        Stores.Wait(ASecond);
        while (asking.Elapsed < AMinute)
        {
            if (await ReceiveAsync(1, invisibleFor) is [var message])
            {
                return message;
            }
        }

        throw new TimeoutException("The message has not come again.");
    }
}
