namespace Hkall.Requests.Downloading;

/// <summary>Five downloads within two weeks (seed), exactly.</summary>
internal static class Downloads
{
    public static Decision Grant(Draft draft)
    {
        if (draft.Request.Download is not { } download)
        {
            return new Refused(Refusal.NoFile, draft.Request.Status.IsOpen() ? "The file has not arrived yet." : "No file was supplied.");
        }

        // The clock decides, not the timer: a turn that comes late does not lengthen the window.
        if (draft.Now >= draft.Calendar.EndOf(download.Until))
        {
            return new Refused(Refusal.WindowClosed, $"The file could be downloaded until {download.Until:yyyy-MM-dd}.");
        }

        if (download.Remaining <= 0)
        {
            return new Refused(Refusal.NoDownloadsLeft, $"The file has been downloaded {download.Used} times, as often as allowed.");
        }

        if (draft.Request.Status != RequestStatus.ReadyToDownload)
        {
            return new Refused(Refusal.WindowClosed, "The request is closed.");
        }

        var number = download.Used + 1;
        draft.Then(new FileDownloaded(number));
        return number < download.Allowed
            ? draft.Decided()
            : draft.Then(new DownloadsUsedUp()).Do(new DiscardScan(download.Scan.Id)).Decided();
    }

    public static Draft WaitForDownload(Draft draft)
    {
        var download = draft.Request.Download!;
        var reminder = draft.Calendar.StartOf(download.Until.AddDays(-draft.Policy.DownloadReminderDays));
        return download is { Reminded: false, Used: 0 } && reminder > draft.Now
            ? draft.WaitFor(Awaited.DownloadReminder, reminder)
            : draft.WaitFor(Awaited.DownloadWindow, draft.Calendar.EndOf(download.Until));
    }

    public static Decision Remind(Draft draft)
    {
        var download = draft.Request.Download!;
        if (draft.Now >= draft.Calendar.EndOf(download.Until))
        {
            return CloseWindow(draft);
        }

        draft.Then(new DownloadReminded());
        if (download.Used == 0)
        {
            draft.Tell(Notice.DownloadReminder, new NoticeFacts { Date = download.Until, Downloads = download.Remaining });
        }

        return WaitForDownload(draft).Decided();
    }

    public static Decision CloseWindow(Draft draft) => draft
        .Then(new DownloadWindowClosed())
        .Do(new DiscardScan(draft.Request.Download!.Scan.Id))
        .Decided();
}
