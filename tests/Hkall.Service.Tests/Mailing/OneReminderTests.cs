using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Mailing;

/// <summary>Three books checked out on one day are due on one day, and their patron gets one mail.</summary>
public sealed class OneReminderTests
{
    [Fact]
    public async Task The_reminders_of_one_patron_for_one_morning_are_one_mail_with_each_item_in_it()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var ids = await ThreeLoansAsync(world, service);
        var before = world.Post.Mails.Count;

        await PassAsync(world, service, TimeSpan.FromDays(60));

        var reminders = world.Post.Mails.Skip(before).Where(mail => mail.Template is "due-soon" or "reminders").ToList();
        var mail = reminders.ShouldHaveSingleItem();
        mail.Template.ShouldBe("reminders");
        ((string[])[mail.RequestId, .. mail.AlsoAbout]).ShouldBe(ids, ignoreOrder: true);
        foreach (var title in Titles)
        {
            mail.Text.ShouldContain(title);
            mail.Subject.ShouldNotContain(title);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_that_dies_after_handing_it_over_does_not_send_it_twice_where_the_post_can_tell(bool postCanTell)
    {
        var world = await World.InMemoryAsync(postCanTell);
        await using (var service = new AService(world, Mishap.None))
        {
            await ThreeLoansAsync(world, service);
            await PassAsync(world, service, TimeSpan.FromDays(60), upTo: mails => mails.Any(mail => mail.Template == "reminders"), dieFirst: true);
        }

        await using var another = new AService(world, Mishap.None);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await another.Round.RunAsync(another.Stop);

        var sent = world.Post.Mails.Where(mail => mail.Template == "reminders").ToList();
        sent.Count.ShouldBe(postCanTell ? 1 : 2);
        sent.Select(mail => mail.OperationId).Distinct().ShouldHaveSingleItem();
        (await Books.RequestsAsync(world)).SelectMany(held => held.Journal).SelectMany(entry => entry.Outbox).Count(item => item.OutcomeUnknown)
            .ShouldBe(postCanTell ? 0 : Titles.Length, "Doubt is on record.");
    }

    private static readonly string[] Titles = ["Orientalism", "Culture and Imperialism", "The World, the Text, and the Critic"];

    private static async Task<IReadOnlyList<string>> ThreeLoansAsync(World world, AService service)
    {
        var ids = new List<string>();
        foreach (var title in Titles)
        {
            var order = new Order(ServiceType.Loan, new Item { Title = title, Author = "Edward W. Said" }, [Tier.Hkall], null, null);
            ids.Add((await service.Placing.PlaceAsync(Patrons.Ho, order, null, service.Stop)).ShouldBeOfType<Placement.Placed>().Card.Request.Id);
        }

        foreach (var id in ids)
        {
            foreach (var status in (CallbackStatus[])[CallbackStatus.WillSupply, CallbackStatus.Shipped])
            {
                await service.Envelopes.SendAsync(
                    new PartnerMessage { MessageId = $"{id}-{status}", Symbol = "CUHK", RequestId = id, ReceivedAt = world.Now, Status = status },
                    service.Stop);
                await service.Pump.LookAsync(service.Stop);
            }

            (await service.Requests.HandleAsync(id, new ReceiveItem(), Actor.Staff("lam"), service.Stop)).ShouldBeOfType<Done<PatronRequest>>();
            (await service.Requests.HandleAsync(id, new CheckOutItem(), Actor.Staff("lam"), service.Stop)).ShouldBeOfType<Done<PatronRequest>>();
        }

        return ids;
    }

    /// <summary>
    /// Time passes; with <paramref name="dieFirst"/> the process dies in the round that sends what is waited for, before it can write that down.
    /// </summary>
    private static async Task PassAsync(World world, AService service, TimeSpan time, Func<IEnumerable<Mail>, bool>? upTo = null, bool dieFirst = false)
    {
        var to = world.Now + time;
        while (Instants.Earlier(service.Clock.NextDue, service.Round.NextRun) is { } next && next <= to && !(upTo?.Invoke(world.Post.Mails) ?? false))
        {
            world.Clock.SetUtcNow(next > world.Now ? next : world.Now);
            if (service.Clock.NextDue <= world.Now)
            {
                await service.Clock.RunDueAsync(world.Now, service.Stop);
                continue;
            }

            if (dieFirst)
            {
                // Begin of the tray, three cards and the address are before the sending; the write after it is the last.
                await using var mortal = new AService(world, new Mishap(Fault.KilledBefore, _ => world.Post.Mails.Any(mail => mail.Template == "reminders")));
                await Should.ThrowAsync<OperationCanceledException>(() => mortal.Round.RunAsync(mortal.Stop));
                return;
            }

            await service.Round.RunAsync(service.Stop);
        }
    }
}
