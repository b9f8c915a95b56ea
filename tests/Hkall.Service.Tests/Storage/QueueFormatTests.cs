using Azure.Storage.Queues;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Tests.Storage;

/// <summary>What stands on the queue, for the queue trigger that reads it and for operators who put something there.</summary>
public sealed class QueueFormatTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_message_that_somebody_put_there_by_hand_is_handed_on_as_it_is()
    {
        var prefix = azurite.NewPrefix();
        var clients = StorageClients.Connect(azurite.ConnectionString, new StorageClientSettings { Prefix = prefix });
        await clients.EnsureCreatedAsync(CancellationToken.None);
        var byHand = new QueueClient(azurite.ConnectionString, prefix + StorageClients.PartnerQueue);
        await byHand.SendMessageAsync("not base64!");
        await clients.Queue.SendAsync("訂單", CancellationToken.None);

        var received = await clients.Queue.ReceiveAsync(32, TimeSpan.FromMinutes(1), CancellationToken.None);

        received.Select(message => message.Body).ShouldBe(["not base64!", "訂單"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_is_base64_on_the_queue_as_a_queue_trigger_reads_it_and_never_expires()
    {
        var prefix = azurite.NewPrefix();
        var clients = StorageClients.Connect(azurite.ConnectionString, new StorageClientSettings { Prefix = prefix });
        await clients.EnsureCreatedAsync(CancellationToken.None);
        await clients.Queue.SendAsync("訂單", CancellationToken.None);

        var trigger = new QueueClient(azurite.ConnectionString, prefix + StorageClients.PartnerQueue);
        var raw = (await trigger.ReceiveMessageAsync()).Value;

        raw.MessageText.ShouldBe(Convert.ToBase64String("訂單"u8));
        (raw.ExpiresOn - raw.InsertedOn)!.Value.ShouldBeGreaterThan(TimeSpan.FromDays(365));
    }
}
