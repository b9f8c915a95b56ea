using Hkall.Domain.Downloading;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;

namespace Hkall.Domain.Tests.Downloading;

public class WindowTests
{
    private static readonly ARequest Ready = ARequest.AskingForACopy("HKU").ReadyToDownload();

    private static readonly DateTimeOffset LastMillisecond = new(2026, 12, 7, 23, 59, 59, 999, TimeSpan.FromHours(8));

    [Fact]
    public void The_file_can_be_downloaded_until_the_last_millisecond_of_the_fourteenth_day() =>
        Given(Ready).When(new DownloadFile(), at: LastMillisecond).Then(new FileDownloaded(1));

    [Fact]
    public void A_millisecond_later_the_window_is_closed_even_if_no_timer_has_said_so() =>
        Given(Ready).When(new DownloadFile(), at: LastMillisecond.AddMilliseconds(1)).IsRefused(Refusal.WindowClosed);

    [Fact]
    public void The_window_is_that_of_hong_kong_wherever_the_reader_is()
    {
        var fourInTheAfternoonInLondon = new DateTimeOffset(2026, 12, 7, 15, 59, 59, 999, TimeSpan.Zero);

        Given(Ready).When(new DownloadFile(), at: fourInTheAfternoonInLondon).Then(new FileDownloaded(1));
        Given(Ready).When(new DownloadFile(), at: fourInTheAfternoonInLondon.AddMilliseconds(1)).IsRefused(Refusal.WindowClosed);
    }

    [Fact]
    public void The_window_does_not_close_early() =>
        Given(Ready.Waits()).When(new DeadlineReached(4), at: LastMillisecond).IsIgnored("It is not due yet.");

    [Fact]
    public void When_the_window_closes_the_file_is_discarded_and_the_request_is_complete() =>
        Given(Ready.Waits())
            .WhenNobodyDoesAnything()
            .Then(new DownloadWindowClosed())
            .AndSends(new DiscardScan("scan-1"))
            .AndIsClosed(RequestStatus.Completed, ReasonCode.DownloadWindowClosed);

    [Fact]
    public void After_an_outage_nobody_is_reminded_of_a_window_that_has_closed() =>
        Given(Ready)
            .When(new DeadlineReached(3), at: Noon("2026-12-24"))
            .Then(new DownloadWindowClosed())
            .AndSends(new DiscardScan("scan-1"));

    [Fact]
    public void A_download_granted_in_the_last_second_is_still_sent_whole() =>
        new DiscardScan("scan-1").Delay.ShouldBe(TimeSpan.FromHours(1));
}
