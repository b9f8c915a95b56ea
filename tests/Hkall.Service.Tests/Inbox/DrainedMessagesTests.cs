using Hkall.Service.Inbox;
using Hkall.Service.Storage.Azure;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Inbox;

/// <summary>An instance that is told to end while it hears a message: the message is none the worse for it.</summary>
public sealed class DrainedMessagesTests
{
    private const string Body = "{\"an\":\"envelope of no request\"}";

    [Theory]
    [InlineData(InboxOptions.MaxDeliveries)]
    [InlineData(InboxOptions.MaxDeliveries + 1)]
    public async Task The_last_try_that_is_cancelled_puts_the_message_back_with_a_new_count(int deliveries)
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        using var ending = new CancellationTokenSource();
        await ending.CancelAsync();

        await service.Inbox.WorkOffAsync(Body, deliveries, ending.Token);

        var back = (await world.Stores.Queue.ReceiveAsync(10, TimeSpan.FromMinutes(1), CancellationToken.None)).ShouldHaveSingleItem();
        (back.Body, back.Deliveries).ShouldBe((Body, 1));
        (await service.Get<ParkedMessages>().ListAsync(10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_earlier_try_that_is_cancelled_comes_again_by_itself()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        using var ending = new CancellationTokenSource();
        await ending.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => service.Inbox.WorkOffAsync(Body, 1, ending.Token));
        (await world.Stores.Queue.CountAsync(CancellationToken.None)).ShouldBe(0);
    }

    [Theory]
    [InlineData("{\"an\":\"envelope\"}")]
    [InlineData("館際互借")]
    [InlineData("")]
    public void Both_forms_of_a_message_are_read(string body) => QueueText.Decoded(QueueText.Encoded(body)).ShouldBe(body);

    [Theory]
    [InlineData("not base64 at all!")]
    [InlineData("<xml/>")]
    [InlineData("/////w==")]
    public void What_is_not_base64_of_text_is_passed_on_as_it_is(string text) => QueueText.Decoded(text).ShouldBe(text);
}
