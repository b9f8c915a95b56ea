using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Kit;

namespace Hkall.Service.Tests.Mailing;

/// <summary>Deadlines fall at midnight, and mails about them do not.</summary>
public sealed class QuietHoursTests
{
    private static readonly DateTimeOffset Midnight = new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Morning = Midnight.AddHours(8);

    private static MailRules Rules(MailPolicy? mail = null) =>
        new(OnePolicy.Of(PolicyFile.Default() with { Mail = mail ?? new MailPolicy() }), PolicyFile.RuleBookOf(PolicyFile.Default()));

    [Theory]
    [InlineData("2026-11-24T00:00:00+08:00", "2026-11-24T08:00:00+08:00")]
    [InlineData("2026-11-24T07:59:59+08:00", "2026-11-24T08:00:00+08:00")]
    [InlineData("2026-11-24T08:00:00+08:00", null)]
    [InlineData("2026-11-24T19:59:59+08:00", null)]
    [InlineData("2026-11-24T20:00:00+08:00", "2026-11-25T08:00:00+08:00")]
    [InlineData("2026-11-24T12:30:00Z", "2026-11-25T00:00:00Z")]
    public void A_reminder_waits_for_the_morning(string at, string? until)
    {
        var now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        Rules().MayGoFrom(Notice.DueSoon, now).ShouldBe(until is null ? now : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
        Rules().MayGoFrom(Notice.ReadyForPickup, now).ShouldBe(now);
        Rules().MayGoFrom(Notice.RequestPlaced, now).ShouldBe(now);
    }

    [Fact]
    public void What_a_date_set_off_at_midnight_waits_for_the_morning_even_where_its_notice_may_go_at_any_hour()
    {
        var search = new NoticeFacts { Reason = ReasonCode.NoLibraryLeft, SaidNo = 1, DidNotAnswer = 2 };
        Rules().MayGoFrom(Notice.InReview, Midnight, search).ShouldBe(Morning);
        Rules().MayGoFrom(Notice.InReview, Midnight, new NoticeFacts { Reason = ReasonCode.Incomplete }).ShouldBe(Midnight, "an answer to the patron's click");
        Rules().MayGoFrom(Notice.ReadyForPickup, Midnight, new NoticeFacts { Reason = ReasonCode.NotDelivered }).ShouldBe(Morning);
        Rules().MayGoFrom(Notice.ReadyForPickup, Midnight, new NoticeFacts()).ShouldBe(Midnight);
    }

    [Fact]
    public void A_library_may_have_quiet_hours_after_midnight_or_none()
    {
        Rules(new MailPolicy { QuietFrom = new(0, 0), QuietUntil = new(7, 0) }).EndOfQuiet(Midnight).ShouldBe(Midnight.AddHours(7));
        Rules(new MailPolicy { QuietFrom = new(8, 0), QuietUntil = new(8, 0) }).EndOfQuiet(Midnight).ShouldBeNull();
    }

    [Fact]
    public async Task Urgent_mail_goes_at_night_and_reminders_wait_until_eight()
    {
        var (world, service, tray) = await AtMidnightAsync();
        await using var _ = service;
        var reminder = await tray.TellAsync(1, Notice.DueSoon, RequestStatus.OnLoan);
        var pickup = await tray.TellAsync(2, Notice.ReadyForPickup, RequestStatus.ReadyForPickup);

        world.Post.Sent.ShouldBe([pickup]);
        await service.Round.RunAsync(service.Stop);
        world.Post.Sent.ShouldBe([pickup]);
        service.Round.NextRun.ShouldBe(Morning);
        world.Clock.SetUtcNow(Morning);
        (await service.Round.RunAsync(service.Stop)).ShouldBeNull();
        world.Post.Sent.ShouldBe([pickup, reminder]);
    }

    [Fact]
    public async Task Another_process_finds_what_the_first_left_in_the_tray()
    {
        var (world, service, tray) = await AtMidnightAsync();
        var reminder = await tray.TellAsync(1, Notice.DueSoon, RequestStatus.OnLoan);
        await service.DisposeAsync();

        await using var another = new AService(world, Mishap.None);
        world.Clock.SetUtcNow(Morning);
        await another.Round.RunAsync(another.Stop);

        world.Post.Sent.ShouldBe([reminder]);
    }

    [Theory]
    [InlineData(RequestStatus.Returning)]
    [InlineData(RequestStatus.Completed)]
    public async Task A_reminder_of_what_has_been_done_meanwhile_is_not_sent(RequestStatus meanwhile)
    {
        var (world, service, tray) = await AtMidnightAsync();
        await using var _ = service;
        await tray.TellAsync(1, Notice.DueSoon, meanwhile);
        world.Clock.SetUtcNow(Morning);

        (await service.Round.RunAsync(service.Stop)).ShouldBeNull();
        world.Post.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reminder_that_the_patron_does_not_want_is_not_sent_and_an_obligatory_notice_is()
    {
        var (world, service, tray) = await AtMidnightAsync();
        await using var _ = service;
        var choices = new Preferences { TurnedOff = [Notice.DueSoon, Notice.Overdue], Language = "zh-Hant" };
        await world.Stores.Rows.CommitAsync(
            RowTable.Requests, $"p{1:D26}", [new RowWrite.Put(new Row($"p{1:D26}", Keys.Preferences, StoredJson.Write(choices), "c"))], CancellationToken.None);
        await tray.TellAsync(1, Notice.DueSoon, RequestStatus.OnLoan);
        await tray.TellAsync(1, Notice.Overdue, RequestStatus.Overdue);
        world.Clock.SetUtcNow(Morning);

        await service.Round.RunAsync(service.Stop);

        var mail = world.Post.Mails.ShouldHaveSingleItem();
        mail.Template.ShouldBe("overdue");
        mail.Subject.ShouldStartWith("資料逾期");
    }

    [Fact]
    public async Task An_overdue_notice_is_a_mail_by_itself_beside_the_reminders_of_the_same_morning()
    {
        var (world, service, tray) = await AtMidnightAsync();
        await using var _ = service;
        await tray.TellAsync(1, Notice.Overdue, RequestStatus.Overdue, loan: 0);
        await tray.TellAsync(1, Notice.DueSoon, RequestStatus.OnLoan, loan: 1);
        await tray.TellAsync(1, Notice.Overdue, RequestStatus.Overdue, loan: 2);
        await tray.TellAsync(1, Notice.DueSoon, RequestStatus.OnLoan, loan: 3);
        world.Clock.SetUtcNow(Morning);

        await service.Round.RunAsync(service.Stop);

        world.Post.Mails.Select(mail => mail.Template).ShouldBe(["overdue", "overdue", "reminders"], ignoreOrder: true);
        world.Post.Mails.Where(mail => mail.Template == "overdue")
            .ShouldAllBe(mail => mail.Subject.StartsWith("Overdue: please return your item", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_the_service_will_never_take_is_given_up_where_staff_look()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        world.Clock.SetUtcNow(Midnight);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        world.Post.Answers = new MailResult.Rejected("No such address.");

        // No library answers, and the deadlines at midnight lead to news that waits for the morning.
        await callers.PassAsync(TimeSpan.FromDays(12));

        var given = (await Books.RequestsAsync(world)).Single(held => held.Card.Request.Id == id).Journal.SelectMany(entry => entry.Outbox)
            .Where(item => item.State == Delivery.GivenUp).ToList();
        given.ShouldNotBeEmpty();
        given.ShouldAllBe(item => item.Note == "No such address.");
    }

    private static async Task<(World, AService, AFullTray)> AtMidnightAsync()
    {
        var world = await World.InMemoryAsync();
        world.Clock.SetUtcNow(Midnight);
        var service = new AService(world, Mishap.None);
        return (world, service, new AFullTray(world, service));
    }
}
