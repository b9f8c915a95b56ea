using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Notices.Letters;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Kit;
using Hkall.Service.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace Hkall.Service.Tests.Notices;

public sealed class MailDeliveryTests
{
    private const string RequestId = "req-20261123-k7m2qf";

    private readonly Mock<IMailer> _mailer = new(MockBehavior.Strict);
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

    [Fact]
    public async Task A_mail_of_unknown_outcome_is_not_sent_again_when_the_mail_service_has_it()
    {
        WasSent(true);

        await SendAsync(Notice.RequestPlaced, ordinal: 1, again: true);

        _mailer.Verify(mailer => mailer.SendAsync(It.IsAny<Mail>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(null)]
    public async Task A_mail_of_unknown_outcome_is_sent_again_when_the_mail_service_does_not_have_it_or_cannot_tell(bool? answer)
    {
        WasSent(answer);

        await SendAsync(Notice.RequestPlaced, ordinal: 1, again: true);

        _sent.ShouldHaveSingleItem();
        _mailer.Verify(mailer => mailer.WasSentAsync(_sent[0].OperationId, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task The_first_try_does_not_ask_whether_the_mail_was_sent()
    {
        await SendAsync(Notice.RequestPlaced, ordinal: 1);

        _mailer.Verify(mailer => mailer.WasSentAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    private void WasSent(bool? answer) =>
        _mailer.Setup(mailer => mailer.WasSentAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(answer);

    private async Task SendAsync(Notice notice, int ordinal, bool again = false)
    {
        _mailer.Setup(mailer => mailer.SendAsync(Moq.Capture.In(_sent), It.IsAny<CancellationToken>())).ReturnsAsync(new MailResult.Sent());
        var (rows, clock) = (new MemoryRows(), new FakeTimeProvider(World.Opening));
        var people = new People(rows, new MachineTime(clock));
        people.Keep("patron", new Addressee(NoticeSamples.English, new Preferences()));
        using var allowance = new Allowance(rows, MailLimits.None, new SystemRandom());
        var delivery = new MailDelivery(
            people,
            new LetterWriter(
                NoticeTexts.Renderer, new PublicAddress(() => new Uri("https://hkall.library.example")), new DownloadTokens(new byte[32]),
                new LibraryNames(Directories.Over(rows, clock)), new ChangedLetters(
                    new LetterTable(rows, new SystemRandom()), clock, new MachineTime(clock), NullLogger<ChangedLetters>.Instance),
                new ReplyAddresses(null, new DownloadTokens(new byte[32]))),
            _mailer.Object,
            new MailRules(OnePolicy.Of(PolicyFile.Default()), PolicyFile.RuleBookOf(PolicyFile.Default())),
            new MailQueue(rows, new SystemRandom()),
            allowance,
            clock);
        var request = new PatronRequest
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
        var tell = new SendNotice(notice, NoticeSamples.Full);
        var item = new OutboxItem
        {
            Key = $"{RequestId}:{ordinal}:{tell.Kind}",
            Effect = tell,
            State = Delivery.UnderWay,
            Tries = 1,
            NextAt = request.PlacedAt
        };

        var stored = new VersionedRequest<PatronRequest>("patron", new StoredRequest<PatronRequest> { Request = request, Journal = 1 }, "etag");
        (await delivery.TryAsync(stored, tell, item, again, CancellationToken.None)).ShouldBeOfType<Attempt.Delivered>();
    }
}
