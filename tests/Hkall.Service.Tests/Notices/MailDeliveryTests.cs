using Hkall.Requests;
using Hkall.Requests.Placing;
using Hkall.Service.Downloads;
using Hkall.Service.Notices;
using Hkall.Service.Outbox;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Posting;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Turns;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Hkall.Service.Tests.Notices;

public sealed class MailDeliveryTests
{
    private const string RequestId = "req-20261123-k7m2qf";

    private readonly List<Mail> _sent = [];

    [Fact]
    public async Task A_calendar_entry_goes_with_the_mail_under_the_number_of_its_decision()
    {
        await SendAsync(Notice.CheckedOut, ordinal: 12);
        await SendAsync(Notice.Renewed, ordinal: 17);

        _sent.Select(mail => Ical.Net.Calendar.Load(mail.Attachment!.Content)!.Events.Single()).Select(entry => (entry.Uid, entry.Sequence))
            .ShouldBe([($"{RequestId}-due@hkall.library.example", 12), ($"{RequestId}-due@hkall.library.example", 17)]);
    }

    [Fact]
    public async Task A_mail_without_a_date_has_no_attachment()
    {
        await SendAsync(Notice.RequestPlaced, ordinal: 1);

        _sent.ShouldHaveSingleItem().Attachment.ShouldBeNull();
    }

    private async Task SendAsync(Notice notice, int ordinal)
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(its => its.SendAsync(Moq.Capture.In(_sent), It.IsAny<CancellationToken>())).ReturnsAsync(new MailResult.Sent());
        var (rows, clock) = (new MemoryRows(), new FakeTimeProvider(World.Opening));
        var people = new People(rows, new MachineTime(clock));
        people.Keep("patron", new Addressee(NoticeSamples.English, new Preferences()));
        using var allowance = new Allowance(rows, MailLimits.None, new SystemChance());
        var delivery = new MailDelivery(
            people,
            new LetterWriter(new NoticeRenderer(), new PublicAddress(() => new Uri("https://hkall.library.example")), new DownloadTokens(new byte[32]), new LibraryNames(new PartnerDirectory(rows, new MachineTime(clock), new SystemChance()))),
            mailer.Object,
            new PostRules(PolicyFile.Default(), PolicyFile.RuleBookOf(PolicyFile.Default())),
            new PostTray(rows, new SystemChance()),
            allowance,
            clock);
        var request = new Request
        {
            Id = RequestId,
            PatronId = "patron",
            Group = PatronGroup.Academic,
            Service = ServiceType.Loan,
            Item = NoticeSamples.Book,
            PlacedAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8)),
            Status = RequestStatus.OnLoan,
            Rota = [],
        };
        var tell = new TellPatron(notice, NoticeSamples.Full);
        var item = new OutboxItem { Key = $"{RequestId}:{ordinal}:{tell.Kind}", Effect = tell, State = Delivery.UnderWay, Tries = 1, NextAt = request.PlacedAt };

        (await delivery.TryAsync(new HeldCard("patron", new Card { Request = request, Journal = 1 }, "etag"), tell, item, again: false, CancellationToken.None))
            .ShouldBeOfType<Attempt.Delivered>();
    }
}
