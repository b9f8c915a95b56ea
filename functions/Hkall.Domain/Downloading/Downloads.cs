namespace Hkall.Domain.Downloading;

/// <summary>Limits a scan to exactly five downloads within two weeks (seed).</summary>
internal static class Downloads
{
    public static Decision<PatronRequest, RequestEvent> Grant(DecisionBuilder decision)
    {
        if (decision.Request.Download is not { } download)
        {
            return DecisionBuilder.Refuse(Refusal.NoFile, decision.Request.Status.IsOpen() ? "The file has not arrived yet." : "No file was supplied.");
        }

        // The clock decides, not the timer: a late run does not extend the window.
        if (decision.Now >= decision.Calendar.EndOf(download.Until))
        {
            return DecisionBuilder.Refuse(Refusal.WindowClosed, $"The file could be downloaded until {download.Until:yyyy-MM-dd}.");
        }

        if (download.Remaining <= 0)
        {
            return DecisionBuilder.Refuse(Refusal.NoDownloadsLeft, $"The file has been downloaded {download.Used} times, as often as allowed.");
        }

        if (decision.Request.Status != RequestStatus.ReadyToDownload)
        {
            return DecisionBuilder.Refuse(Refusal.WindowClosed, "The request is closed.");
        }

        var number = download.Used + 1;
        decision.Record(new FileDownloaded(number));
        return number < download.Allowed
            ? decision.Decided()
            : decision.Record(new DownloadsUsedUp()).Enqueue(new DiscardScan(download.Scan.Id)).Decided();
    }

    public static DecisionBuilder WaitForDownload(DecisionBuilder decision)
    {
        var download = decision.Request.Download!;
        var reminder = decision.Calendar.StartOf(download.Until.AddDays(-decision.Policy.DownloadReminderDays));
        return download is { Reminded: false, Used: 0 } && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.DownloadReminder, reminder)
            : decision.SetDeadline(DeadlineKind.DownloadWindow, decision.Calendar.EndOf(download.Until));
    }

    public static Decision<PatronRequest, RequestEvent> Remind(DecisionBuilder decision)
    {
        var download = decision.Request.Download!;
        if (decision.Now >= decision.Calendar.EndOf(download.Until))
        {
            return CloseWindow(decision);
        }

        decision.Record(new DownloadReminded());
        if (download.Used == 0)
        {
            decision.Notify(Notice.DownloadReminder, new NoticeFacts { Date = download.Until, Downloads = download.Remaining });
        }

        return WaitForDownload(decision).Decided();
    }

    public static Decision<PatronRequest, RequestEvent> CloseWindow(DecisionBuilder decision) => decision
        .Record(new DownloadWindowClosed())
        .Enqueue(new DiscardScan(decision.Request.Download!.Scan.Id))
        .Decided();
}
