using Hkall.Service.Notices;
using Hkall.Service.Reports;

namespace Hkall.Pages.Staff;

/// <summary>The titles of reports and of their columns.</summary>
public static class ReportWords
{
    public static (string Title, string What) Report(string name, NoticeLanguage language) => name switch
    {
        "turnaround" => Both(language, "How long it took", "Working days from placing (what the patron waited) and from asking (what the library took) until the item or scan was here. Half arrived within the first figure, nine in ten within the second.", "所需時間", "由申請起（讀者等候）及由詢問起（對方所需）至資料送達的工作天數。半數在首個數字內送達，九成在第二個數字內送達。"),
        "promises" => Both(language, "Whether it came when we said", "Arrived before, within or after the dates that the patron had been told.", "是否如期送達", "資料在告知讀者的日期之前、之內或之後送達。"),
        "fill-rate" => Both(language, "How much was supplied", "Of the requests that were supplied or could not be. Cancelled ones and those under way are neither.", "滿足率", "以已提供或未能提供的申請計算；已取消及處理中的申請不計在內。"),
        "libraries" => Both(language, "What each library did", "How the libraries we asked answered.", "各館表現", "獲詢問的圖書館如何回應。"),
        "promises-kept" => Both(language, "Promises kept", "How often a library that promised to supply did so. What we let go ourselves, and what is still awaited, is neither kept nor broken.", "承諾兌現", "答允提供的圖書館實際提供的比例；由我方放棄及仍在等候的不計在內。"),
        "unfilled" => Both(language, "Why not", "Why libraries did not supply, and why requests ended without an item.", "未能提供的原因", "圖書館未能提供的原因，以及申請未獲資料便結束的原因。"),
        "demand" => Both(language, "Who asks for what", "Requests placed, by patron group.", "需求", "各類讀者提出的申請。"),
        "quota" => Both(language, "Quota in use", "How many requests patrons have open now.", "限額使用", "讀者目前未完成的申請數目。"),
        "overdue" => Both(language, "Overdue", "Items past their due date now, by how many days.", "逾期", "目前逾期的資料，按逾期日數計。"),
        "mail-backlog" => Both(language, "Waiting to be sent", "Mails and messages that have not gone out yet.", "待發郵件及訊息", "尚未送出的電郵及訊息。"),
        "lending-balance" => Both(language, "Lending and borrowing", "What we lent to each library, and what we had from it.", "借出與借入", "本館借給各館及向各館借入的數目。"),
        _ => (name, ""),
    };

    /// <summary>A column's heading; an unknown column is shown by its own name.</summary>
    public static string Column(string name, NoticeLanguage language)
    {
        var (english, chinese) = name switch
        {
            "service" => ("Service", "服務"),
            "tier" => ("Libraries", "圖書館類別"),
            "library" => ("Library", "圖書館"),
            "group" => ("Patron group", "讀者類別"),
            "of" => ("Of a", "類別"),
            "reason" => ("Reason", "原因"),
            "kind" => ("Kind", "種類"),
            "daysLate" => ("Days late", "逾期日數"),
            "delivered" => ("Delivered", "已送達"),
            "patronHalf" => ("Patron waited: half", "讀者等候：半數"),
            "patronNineTenths" => ("Patron waited: nine in ten", "讀者等候：九成"),
            "libraryHalf" => ("Library took: half", "對方所需：半數"),
            "libraryNineTenths" => ("Library took: nine in ten", "對方所需：九成"),
            "early" => ("Early", "提早"),
            "within" => ("As told", "如期"),
            "late" => ("Late", "延遲"),
            "inTime" => ("In time, %", "準時（%）"),
            "placed" => ("Placed", "申請"),
            "filled" => ("Supplied", "已提供"),
            "unfilled" => ("Not supplied", "未能提供"),
            "cancelled" => ("Cancelled", "已取消"),
            "underWay" => ("Under way", "處理中"),
            "fillRate" => ("Supplied, %", "滿足率（%）"),
            "asked" => ("Asked", "獲詢問"),
            "supplied" => ("Supplied", "已提供"),
            "promised" => ("Promised", "答允"),
            "kept" => ("Kept", "兌現"),
            "broken" => ("Not kept", "未兌現"),
            "letGo" => ("Let go by us", "我方放棄"),
            "keptRate" => ("Kept, %", "兌現率（%）"),
            "silent" => ("Silent", "沒有回覆"),
            "declined" => ("Declined", "未能提供"),
            "times" => ("Times", "次數"),
            "loans" => ("Loans", "借書"),
            "copies" => ("Copies", "複製本"),
            "share" => ("Share, %", "比例（%）"),
            "patrons" => ("Patrons", "讀者"),
            "open" => ("Open requests", "未完成申請"),
            "half" => ("Half have at most", "半數不超過"),
            "most" => ("Most", "最多"),
            "limit" => ("Quota", "限額"),
            "nearLimit" => ("Near their quota", "接近限額"),
            "atLimit" => ("At their quota", "已達限額"),
            "items" => ("Items", "資料"),
            "recalled" => ("Recalled", "被催還"),
            "waiting" => ("Waiting", "等候"),
            "triedBefore" => ("Tried before", "曾嘗試"),
            "oldestMinutes" => ("Oldest, minutes", "最久（分鐘）"),
            "lentLoans" => ("Lent: loans", "借出：書"),
            "lentCopies" => ("Lent: copies", "借出：複製本"),
            "borrowedLoans" => ("Borrowed: loans", "借入：書"),
            "borrowedCopies" => ("Borrowed: copies", "借入：複製本"),
            "balance" => ("Lent less borrowed", "借出減借入"),
            _ => (name, name),
        };
        return Pick(language, english, chinese);
    }

    /// <summary>The text of a cell, where it is one of our names: a service, a tier, a group, a reason.</summary>
    public static string Cell(string column, string text, NoticeLanguage language) => (column, text) switch
    {
        (_, ReportFacts.All) => Pick(language, "all", "全部"),
        ("service", "loan") => Pick(language, "Loan", "借書"),
        ("service", "copy") => Pick(language, "Copy", "複製本"),
        ("tier", "hkall") => "HKALL",
        ("tier", "local") => Pick(language, "other local", "本地其他"),
        ("tier", "overseas") => Pick(language, "overseas", "海外"),
        ("of", "request") => Pick(language, "request", "申請"),
        ("of", "library") => Pick(language, "library asked", "獲詢問的圖書館"),
        ("group", _) => Enum.GetValues<Hkall.Domain.Placing.PatronGroup>().Where(group => Hkall.Domain.Names.Of(group) == text).Select(group => Kit.GroupWords.Of(group, language)).FirstOrDefault() ?? text,
        ("reason", _) => ReasonWords.Of(text, language),
        _ => text,
    };

    private static (string, string) Both(NoticeLanguage language, string title, string what, string titleZh, string whatZh) =>
        (Pick(language, title, titleZh), Pick(language, what, whatZh));

    private static string Pick(NoticeLanguage language, string english, string chinese) => language switch
    {
        NoticeLanguage.English => english,
        NoticeLanguage.TraditionalChinese => chinese,
    };
}
