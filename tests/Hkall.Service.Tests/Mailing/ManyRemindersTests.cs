using Hkall.Domain;
using Hkall.Service.Mailing;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Mailing;

/// <summary>The first morning after a term's loans all fall due at once: far more reminders than the mail service takes.</summary>
public sealed class ManyRemindersTests
{
    private const int Reminders = 5_000;

    /// <summary>
    /// More than go out before the pickup notices come on the second day at noon: 1,200 on the first day and 400 that morning. Takes seconds.
    /// </summary>
    private const int FewerReminders = 2_000;

    private const int Pickups = 60;
    private const int PerHour = 100;

    [Fact]
    public Task Two_thousand_reminders_against_a_hundred_an_hour_drain_in_order_and_pickup_notices_go_first() => ShouldDrainInOrderAsync(FewerReminders);

    [Fact]
    [Trait("Run", "Full")]
    public Task Five_thousand_reminders_against_a_hundred_an_hour_drain_in_order_and_pickup_notices_go_first() => ShouldDrainInOrderAsync(Reminders);

    private static async Task ShouldDrainInOrderAsync(int count)
    {
        var world = await World.InMemoryAsync(mailLimits: new MailLimits(30, PerHour, 2_400));
        await using var service = new AService(world, Mishap.None);
        var tray = new AFullTray(world, service);
        var sent = new List<(string Key, DateTimeOffset At)>();
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(8)));
        var reminders = new List<string>();
        for (var number = 0; number < count; number++)
        {
            reminders.Add(await tray.TellAsync(number, Notice.DueSoon, RequestStatus.OnLoan));
        }

        world.Post.Sent.ShouldBeEmpty("It is midnight.");
        var noon = new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.FromHours(8));
        await DrainAsync(world, service, sent, until: noon);
        world.Clock.SetUtcNow(noon);
        var pickups = new List<string>();
        for (var number = count; number < count + Pickups; number++)
        {
            pickups.Add(await tray.TellAsync(number, Notice.ReadyForPickup, RequestStatus.ReadyForPickup));
        }

        Note(world, sent);
        await DrainAsync(world, service, sent, until: DateTimeOffset.MaxValue);

        sent.Select(mail => mail.Key).Order().ShouldBe(reminders.Concat(pickups).Order(), "Each goes, and once.");
        sent.Select(mail => mail.Key).Where(key => key.EndsWith("due-soon", StringComparison.Ordinal)).ShouldBe(reminders);
        var waited = sent.Where(mail => pickups.Contains(mail.Key)).ToList();
        waited.Count(mail => mail.At == noon).ShouldBeGreaterThanOrEqualTo(PerHour * MailLimits.KeptForFirst / 100);
        var lastPickup = waited[^1].At;
        sent.ShouldNotContain(mail => mail.Key.EndsWith("due-soon", StringComparison.Ordinal) && mail.At > noon && mail.At < lastPickup);
        (lastPickup - noon).ShouldBeLessThan(TimeSpan.FromHours(1.1));
        MostInAnHour(sent).ShouldBeLessThanOrEqualTo(PerHour);
        sent.ShouldAllBe(mail => mail.At.ToOffset(TimeSpan.FromHours(8)).Hour >= 8 && mail.At.ToOffset(TimeSpan.FromHours(8)).Hour < 20);
    }

    private static async Task DrainAsync(World world, AService service, List<(string Key, DateTimeOffset At)> sent, DateTimeOffset until)
    {
        while (service.Round.NextRun is { } next && next < until)
        {
            if (next > world.Now)
            {
                world.Clock.SetUtcNow(next);
            }

            await service.Round.RunAsync(service.Stop);
            Note(world, sent);
        }
    }

    private static void Note(World world, List<(string Key, DateTimeOffset At)> sent) =>
        sent.AddRange(world.Post.Sent.Skip(sent.Count).Select(key => (key, world.Now)));

    private static int MostInAnHour(List<(string Key, DateTimeOffset At)> sent)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < sent.Count; last++)
        {
            while (sent[first].At <= sent[last].At - TimeSpan.FromHours(1))
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
