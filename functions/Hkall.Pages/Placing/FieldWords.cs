using Hkall.Pages.Kit;
using Hkall.Service.Notices;

namespace Hkall.Pages.Placing;

/// <summary>The labels of the form fields, and the errors in them.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, (string English, string Chinese)> Names = new()
    {
        ["title"] = ("Title of the book or journal", "書名或期刊名稱"),
        ["author"] = ("Author", "作者"),
        ["isbn"] = ("ISBN", "ISBN"),
        ["issn"] = ("ISSN", "ISSN"),
        ["doi"] = ("DOI", "DOI"),
        ["publisher"] = ("Publisher", "出版者"),
        ["year"] = ("Year", "年份"),
        ["edition"] = ("Edition", "版本"),
        ["volume"] = ("Volume", "卷"),
        ["issue"] = ("Issue", "期"),
        ["chapterTitle"] = ("Title of the chapter", "章節名稱"),
        ["articleTitle"] = ("Title of the article", "文章名稱"),
        ["articleAuthor"] = ("Author of the article or chapter", "文章或章節作者"),
        ["pages"] = ("Pages", "頁碼"),
        ["totalPages"] = ("Pages of the whole book", "全書頁數"),
        ["oclcNumber"] = ("OCLC number", "OCLC 編號"),
        ["neededBy"] = ("Needed by", "最遲需用日期"),
        ["note"] = ("Note for library staff", "給館員的備註"),
        ["office"] = ("Office", "辦公室"),
        ["place"] = ("Where to pick it up", "領取地點"),
        ["service"] = ("Loan or copy", "借閱或複製"),
        ["tier"] = ("From where", "來源"),
        ["accept"] = ("Decision", "決定"),
        ["keep"] = ("Reading history", "借閱紀錄"),
        ["wanted"] = ("Reminders", "提醒"),
        ["maxCost"] = ("Most you would pay", "願意支付的最高金額"),
        ["acceptTiers"] = ("From where", "來源"),
        ["signature"] = ("Signature", "簽署"),
        ["declaration"] = ("Declaration", "聲明"),
        ["reason"] = ("Reason", "原因"),
        ["amount"] = ("Amount", "金額"),
        ["currency"] = ("Currency", "貨幣"),
        ["fault"] = ("What is wrong with the scan", "掃描檔的問題"),
        ["symbol"] = ("Library", "圖書館"),
        ["barcode"] = ("Barcode", "條碼"),
        ["dueOn"] = ("Due date", "到期日"),
        ["ids"] = ("Requests", "申請"),
        ["action"] = ("Action", "操作"),
        ["text"] = ("Note", "備註"),
        ["q"] = ("Search", "搜尋"),
        ["from"] = ("First day", "首日"),
        ["to"] = ("Last day", "尾日"),
        ["after"] = ("Place in the list", "列表位置"),
        ["compliance"] = ("Statement about copyright", "版權聲明"),
        ["language"] = ("Language", "語言"),
        ["turnedOff"] = ("Reminders", "提醒"),
        ["way"] = ("Choice", "選擇"),
        ["unfilled"] = ("Why we cannot supply", "未能提供的原因"),
        ["conditions"] = ("Conditions", "條件"),
        ["cost"] = ("Charge in HKD", "收費（港元）"),
        ["retry"] = ("Why not now", "現時未能提供的原因"),
        ["retryAfter"] = ("First day on which to ask again", "可再次要求的日期"),
        ["kind"] = ("What they say", "訊息內容"),
        ["file"] = ("Scan", "掃描檔"),
        ["requestId"] = ("Their number of the request", "對方的申請編號"),
        ["borrower"] = ("Borrowing library", "借入館"),
        ["name"] = ("Name", "名稱"),
        ["email"] = ("Mail", "電郵"),
        ["address"] = ("Postal address", "郵寄地址"),
        ["most"] = ("Most they would pay", "對方願付的最高金額"),
        ["deliverTo"] = ("Where the parcel goes", "寄送地址"),
    };

    public static string Name(string field, NoticeLanguage language)
    {
        var (english, chinese) = Names.TryGetValue(field, out var names) ? names : (field, field);
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    /// <summary>The errors of a field in the reader's language. The service gives its reasons in English; in Chinese the field says what it expects.</summary>
    public static string Why(string field, IReadOnlyList<string> why, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => string.Join(" ", why),
        NoticeLanguage.TraditionalChinese => field switch
        {
            "isbn" => "並非有效的 ISBN：長度或檢查碼有誤。",
            "issn" => "並非有效的 ISSN：長度或檢查碼有誤。",
            "doi" => "並非有效的 DOI：應以「10.」開始並包含斜線。",
            "title" => "請填寫題名，並勿過長。",
            "author" => "請填寫作者、ISBN 或 OCLC 編號，以便查找正確的書籍。",
            "articleTitle" or "chapterTitle" => "請填寫文章或章節名稱，或其頁碼。",
            "neededBy" => "請填寫今天起一年內的日期。",
            "year" => "請填寫四位數字的年份。",
            "totalPages" or "maxCost" => "請填寫數字。",
            "acceptTiers" => "請選擇最少一項。",
            "signature" => "請簽署姓名。",
            _ => FaultWords.Of(why, language),
        },
    };
}
