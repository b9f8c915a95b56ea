using Hkall.Domain.Downloading;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Downloading;

public class DownloadingTests
{
    [Fact]
    public void The_file_can_be_downloaded_five_times_and_then_the_request_is_complete()
    {
        var four = ARequest.AskingForACopy("HKU").ReadyToDownload().Downloaded(times: 4);
        four.Request.Download?.Remaining.ShouldBe(1);

        var fifth = Given(four)
            .When(new DownloadFile())
            .Then(new FileDownloaded(5), new DownloadsUsedUp())
            .AndSends(new DiscardScan("scan-1"))
            .AndIsClosed(RequestStatus.Completed, ReasonCode.DownloadsUsedUp);
        Given(fifth.Request).When(new DownloadFile()).IsRefused(Refusal.NoDownloadsLeft);
    }

    [Fact]
    public void A_download_moves_no_deadline()
    {
        var ready = ARequest.AskingForACopy("HKU").ReadyToDownload();

        ready.Downloaded(times: 1).Awaited.ShouldBe(ready.Awaited);
    }

    [Fact]
    public void A_patron_who_has_not_downloaded_is_reminded_once() =>
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload())
            .WhenNobodyDoesAnything()
            .Then(new DownloadReminded())
            .AndSends(Mail(Notice.DownloadReminder))
            .AndTheMailSays(facts => facts.Downloads == 5 && facts.Date == Date("2026-12-07"))
            .AndAwaits(DeadlineKind.DownloadWindow, End("2026-12-07"));

    [Fact]
    public void A_patron_who_has_downloaded_is_not_reminded() =>
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload().Downloaded(times: 1))
            .WhenNobodyDoesAnything()
            .Then(new DownloadReminded())
            .AndSendsNothing();

    [Fact]
    public void Nothing_can_be_downloaded_without_a_scan()
    {
        Given(ARequest.AskingForACopy("HKU").Promised()).When(new DownloadFile()).IsRefused(Refusal.NoFile);
        Given(ARequest.AskingForACopy("HKU").Declined()).When(new DownloadFile()).IsRefused(Refusal.NoFile);
        Given(ARequest.Asking("HKU").OnLoan()).When(new DownloadFile()).IsRefused(Refusal.NoFile);
    }
}
