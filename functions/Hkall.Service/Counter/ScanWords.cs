using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Staff;

namespace Hkall.Service.Counter;

/// <summary>The sentences that tell staff what a scan did.</summary>
public static class ScanWords
{
    public static string Of(ScanAnswer answer, NoticeLanguage language)
    {
        var (english, chinese) = answer.Outcome switch
        {
            ScanOutcome.Done => Did(answer),
            ScanOutcome.Repeated => ("Scanned twice: it was done the first time, and nothing was done again.", "重複掃描：首次掃描已處理，今次未有再作處理。"),
            ScanOutcome.Ask => answer is { Request: null, Lending: null }
                ? ("More than one item bears this barcode. Which is it?", "有多於一件資料使用此條碼，請選擇。")
                : ("More than one thing could be meant. What is to be done?", "可作多於一項處理，請選擇。"),
            ScanOutcome.Nothing => Nothing(answer.Request),
            ScanOutcome.Refused => (answer.Say, answer.Say),
            ScanOutcome.Unknown => ("Nothing is known by this barcode.", "找不到此條碼的紀錄。"),
        };
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    private static (string English, string Chinese) Did(ScanAnswer answer) => (answer.Did, answer.Request?.Status) switch
    {
        ("receive", RequestStatus.InTransit) => ($"Received {PartWords.Of(answer.Request!.Parts!)}: keep it by until the rest is here.", $"已收{PartWords.OfChinese(answer.Request.Parts!)}：請暫存，待其餘部分到齊。"),
        ("check-in", RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.LibraryUse) => ($"Back: {PartWords.Back(answer.Request!.Parts!)}. The loan goes on for the rest.", $"已歸還{PartWords.BackChinese(answer.Request.Parts!)}，其餘部分仍在借出中。"),
        ("receive", RequestStatus.ReadyForPickup) => ($"Received{PartWords.All(answer.Request!.Parts)}: put it on the hold shelf.", $"已收件{PartWords.AllChinese(answer.Request.Parts)}：請放到預約書架。"),
        ("receive", RequestStatus.OutForDelivery) => ("Received: bring it to the patron’s office.", "已收件：請送往讀者的辦公室。"),
        ("receive", RequestStatus.LibraryUse) => ("Received: keep it at the counter, for use in the Library only.", "已收件：只供館內使用，請存放於服務台。"),
        ("receive", _) => ("Received, but nobody waits for it any more: send it back.", "已收件，但已無讀者等候：請寄回借出館。"),
        ("check-out", _) => ("Checked out to its patron.", "已借出給讀者。"),
        ("check-in", RequestStatus.ReadyForPickup) => ("Back from the office: put it on the hold shelf.", "已從辦公室退回：請放到預約書架。"),
        ("check-in", _) => ($"Checked in{PartWords.All(answer.Request?.Parts)}: send it back to its library.", $"已歸還{PartWords.AllChinese(answer.Request?.Parts)}：請寄回借出館。"),
        ("send-back", _) => ("Sent back to its library.", "已寄回借出館。"),
        ("pulled", _) => ("Fetched from its shelf: it goes out next.", "已取件，請準備寄出或掃描。"),
        ("ship", _) => ("Shipped to the library that borrows it.", "已寄往借入館。"),
        ("returned", _) => ("Back again: put it on its shelf.", "已歸還，請放回書架。"),
        ("cancel-approve", _) => ("Cancelled as they asked: put it on its shelf.", "已按對方要求取消，請放回書架。"),
        ("label", _) => ("The item is known by this barcode from now on.", "已記錄此資料的條碼。"),
        _ => ("Done.", "已完成。"),
    };

    private static (string English, string Chinese) Nothing(StaffRow? row) => row?.Status switch
    {
        RequestStatus.Returning => ("It has already been sent back; its library’s receipt is awaited.", "已寄回借出館，正等候對方確認。"),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled => ("The request is closed. An item that comes now goes back to its library.", "申請已結束。如收到資料，請寄回借出館。"),
        _ => ("Nothing is to be done with it now.", "目前毋須處理。"),
    };
}
