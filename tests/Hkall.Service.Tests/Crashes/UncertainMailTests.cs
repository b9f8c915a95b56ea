using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;

namespace Hkall.Service.Tests.Crashes;

/// <summary>A mail of which nobody knows whether it went out.</summary>
public sealed class UncertainMailTests
{
    [Fact]
    public async Task The_post_is_asked_before_a_mail_goes_out_a_second_time()
    {
        var world = await World.InMemoryAsync();

        var items = await MailsAfterALostAnswerAsync(world);

        world.Post.Sent.ShouldHaveSingleItem();
        items.ShouldHaveSingleItem().State.ShouldBe(Delivery.Delivered);
    }

    [Fact]
    public async Task An_uncertain_mail_is_recorded_when_the_mail_service_cannot_tell()
    {
        var world = await World.InMemoryAsync(postCanTell: false);

        var items = await MailsAfterALostAnswerAsync(world);

        world.Post.Sent.Count.ShouldBe(2);
        items.ShouldHaveSingleItem().OutcomeUnknown.ShouldBeTrue();
    }

    private static async Task<IReadOnlyList<OutboxItem>> MailsAfterALostAnswerAsync(World world)
    {
        await using var callers = new Callers(world, [Mishap.None]);
        (world.Post.Answers, world.Post.TakesAllTheSame) = (new MailResult.Unknown("No answer."), true);
        await callers.AskAsync(service => service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, service.Stop));
        world.Post.Answers = null;
        await callers.AFewMinutesLaterAsync();
        return [.. (await Books.RequestsAsync(world)).Single().Journal.SelectMany(entry => entry.Outbox).Where(item => item.Effect is SendNotice)];
    }
}
