using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Mailing;

/// <summary>One person's many mails do not take the allowance of the others.</summary>
public sealed class MailSharesTests
{
    private static readonly MailLimits AHundredAnHour = new(null, 100, null);

    [Fact]
    public async Task Of_eighty_mails_to_one_person_twenty_go_in_each_hour_and_the_others_have_theirs()
    {
        var world = await World.InMemoryAsync();
        using var allowance = new Allowance(world.Stores.Rows, AHundredAnHour, new SystemRandom());

        var grants = new List<Grant>();
        for (var mail = 0; mail < 80; mail++)
        {
            grants.Add(await TakeAsync(allowance, "okafor", world.Now));
        }

        grants.Take(20).ShouldAllBe(grant => grant.Count == 1);
        grants.Skip(20).ShouldAllBe(grant => grant.Count == 0);
        grants.Skip(20).Select(grant => grant.TurnAt!.Value - world.Now).GroupBy(wait => wait).Select(turn => (turn.Key.TotalHours, turn.Count()))
            .ShouldBe([(1, 20), (2, 20), (3, 20)]);
        for (var other = 0; other < 60; other++)
        {
            (await TakeAsync(allowance, $"other-{other}", world.Now)).Count.ShouldBe(1, $"other-{other}");
        }
    }

    [Fact]
    public async Task The_share_is_one_for_all_processes()
    {
        var world = await World.InMemoryAsync();
        using var one = new Allowance(world.Stores.Rows, AHundredAnHour, new SystemRandom());
        using var other = new Allowance(world.Stores.Rows, AHundredAnHour, new SystemRandom());
        for (var mail = 0; mail < MailShares.PerHour; mail++)
        {
            (await TakeAsync(mail % 2 == 0 ? one : other, "okafor", world.Now)).Count.ShouldBe(1);
        }

        (await TakeAsync(one, "okafor", world.Now)).TurnAt.ShouldBe(world.Now.AddHours(1));
        (await TakeAsync(other, "okafor", world.Now)).TurnAt.ShouldBe(world.Now.AddHours(1));
    }

    [Fact]
    public async Task An_hour_later_the_share_is_free_again()
    {
        var world = await World.InMemoryAsync();
        using var allowance = new Allowance(world.Stores.Rows, AHundredAnHour, new SystemRandom());
        for (var mail = 0; mail < MailShares.PerHour; mail++)
        {
            await TakeAsync(allowance, "okafor", world.Now);
        }

        (await TakeAsync(allowance, "okafor", world.Now.AddHours(1))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_has_the_first_priority_is_not_counted()
    {
        var world = await World.InMemoryAsync();
        using var allowance = new Allowance(world.Stores.Rows, AHundredAnHour, new SystemRandom());
        for (var mail = 0; mail < 2 * MailShares.PerHour; mail++)
        {
            await TakeAsync(allowance, "okafor", world.Now);
        }

        (await allowance.TakeAsync(1, first: true, forTray: false, world.Now, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public void The_row_stays_short_however_many_persons_have_mail()
    {
        IReadOnlyDictionary<string, IReadOnlyList<long>>? shares = null;
        for (var person = 0; person < 2_000; person++)
        {
            (shares, _) = MailShares.Take(shares, $"person-{person}", World.Opening.AddSeconds(person / 10));
        }

        StoredJson.Write(shares).Length.ShouldBeLessThanOrEqualTo(16_100);
        shares!.ShouldContainKey("person-1999");
    }

    private static Task<Grant> TakeAsync(Allowance allowance, string person, DateTimeOffset now) =>
        allowance.TakeAsync(1, first: false, forTray: false, now, CancellationToken.None, person);
}
