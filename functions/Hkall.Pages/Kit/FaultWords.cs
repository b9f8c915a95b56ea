using System.Globalization;
using System.Text.RegularExpressions;
using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>
/// Validation errors in Chinese. The service gives its reasons as English sentences, which programs read as they are. Here each
/// sentence has its Chinese, with its figures. A test finds a sentence that has no Chinese.
/// </summary>
public static class FaultWords
{
    /// <summary>The English sentence; where it has figures or names, a pattern with a group for each.</summary>
    private static readonly (Regex English, string Chinese)[] Sentences =
    [
        .. new (string, string)[]
        {
            (@"At most (.+) characters\.", "最多 {0} 個字元。"),
            (@"At most (.+) lines\.", "最多 {0} 行。"),
            (@"At most (.+) dates, each once\.", "最多 {0} 個日期，每個只填一次。"),
            (@"At most (\S+) days\.", "最多 {0} 天。"),
            (@"At most (\S+)\.", "最多 {0} 項。"),
            (@"Not before from, and at most (\S+) days\.", "不早於首日，最多 {0} 天。"),
            (@"The first day comes before the last\.", "首日須早於尾日。"),
            (@"A date as YYYY-MM-DD\.", "請填寫日期，格式為 YYYY-MM-DD。"),
            (@"That is done with what we lend\.", "此操作只適用於借出的資料。"),
            ("Control characters and broken characters are not taken\\.", "含有不能處理的字元。"),
            (@"A date from (.+) to (.+)\.", "請填寫 {0} 至 {1} 之間的日期。"),
            (@"A number from (.+) to (.+)\.", "請填寫 {0} 至 {1} 之間的數字。"),
            (@"An amount from (.+) to (.+)\.", "請填寫 {0} 至 {1} 之間的金額。"),
            (@"An amount such as (.+)\.", "請填寫金額，例如 {0}。"),
            (@"A whole number\.", "請填寫整數。"),
            (@"A date such as (.+)\.", "請填寫日期，例如 {0}。"),
            (@"A line such as (.+)\.", "請按此格式逐行填寫：{0}。"),
            (@"It must not be (?:empty|null)\.", "必須填寫。"),
            (@"This member is required\.", "必須填寫。"),
            (@"The action (.+) needs it\.", "此操作須填寫此項。"),
            (@"The name of the office\.", "請填寫辦公室名稱。"),
            (@"The barcode of the item\.", "請填寫資料條碼。"),
            (@"A note has a text\.", "請填寫備註內容。"),
            (@"A reason, which the patron can read\.", "請填寫原因，讀者會看到。"),
            (@"Why it is not needed\.", "請說明為何不需要。"),
            (@"What is wrong with the scan\.", "請選擇掃描檔的問題。"),
            (@"Nothing was scanned\.", "沒有掃描到任何內容。"),
            (@"At least one tier\.", "請選擇最少一項。"),
            (@"One of (.+)\.", "請選擇其中一項：{0}。"),
            (@"(\S+) to (\S+) requests\.", "{0} 至 {1} 項申請。"),
            (@"From (\S+) to (\S+) ids of requests to lend, with commas between\.", "{0} 至 {1} 項借出申請。"),
            (@"The number of a request\.", "請填寫申請編號。"),
            (@"The directory has no active library of that symbol\.", "名錄中沒有此代號的使用中圖書館。"),
            (@"There is no such entry in the directory of partners\.", "名錄中沒有此圖書館。"),
            (@"Another library has this symbol\.", "已有其他圖書館使用此代號。"),
            (@"The title is needed\.", "請填寫題名。"),
            (@"An author, an ISBN or an OCLC number is needed to find the right book\.", "請填寫作者、ISBN 或 OCLC 編號，以便查找正確的書籍。"),
            (@"The title of the (?:article or )?chapter, or its pages, are needed\.", "請填寫文章或章節名稱，或其頁碼。"),
            (@"This is not an ISBN: its check digit or length is wrong\.", "並非有效的 ISBN：長度或檢查碼有誤。"),
            (@"This is not an ISSN: its check digit or length is wrong\.", "並非有效的 ISSN：長度或檢查碼有誤。"),
            (@"This is not a DOI: it begins with 10\. and has a slash\.", "並非有效的 DOI：應以「10.」開始並包含斜線。"),
            (@"The texts of the item are too long together\.", "資料的文字合計過長。"),
            (@"The note is too long as it is stored\.", "備註過長。"),
            (@"A currency is three capital letters \(ISO 4217\)\.", "貨幣代碼為三個大寫字母（ISO 4217）。"),
            (@"Either the place serviceCounter, or an office\.", "請選擇服務櫃檯或辦公室。"),
            (@"(.+) letters, digits and hyphens\.", "{0} 個英文字母、數字或連字號。"),
            (@"(\S+) to (\S+) secrets: whsec_ and the base64 of 24 to 64 bytes\.", "須有 {0} 至 {1} 個密鑰：以 whsec_ 開始，後接 24 至 64 位元組的 base64。"),
            (@"(\S+) to (\S+) ids, the first of them the agency id\.", "{0} 至 {1} 個代碼，首個須為機構代碼。"),
            (@"An absolute https address(?:; only a partner written to by mail has none)?\.", "請填寫以 https 開始的完整網址；只有以電郵聯絡的圖書館可以留空。"),
            (@"An address such as (.+)\.", "請填寫電郵地址，例如 {0}。"),
            (@"This is not a mail address\.", "並非有效的電郵地址。"),
            (@"A partner written to by mail needs an address\.", "以電郵聯絡的圖書館須有電郵地址。"),
            (@"Two capital letters \(ISO 3166-1\)\.", "國家代碼為兩個大寫字母（ISO 3166-1）。"),
            (@"The IANA name of a time zone, such as (.+)\.", "請填寫 IANA 時區名稱，例如 {0}。"),
            (@"One to seven days of the week, each once\.", "請選擇一至七天，每天一次。"),
            (@"From the first day on, and fewer than (.+) days after it\.", "不早於首日，並須在其後 {0} 天內。"),
            (@"A mail address or a postal address is needed: nobody could be told\.", "須填寫電郵或郵寄地址，以便通知對方。"),
            (@"A borrower has a name\.", "請填寫借入館名稱。"),
            (@"A message has an id\.", "訊息須有編號。"),
            (@"The borrower's number of the request is needed\.", "請填寫對方的申請編號。"),
            (@"Who borrows: an entry of the directory \(symbol\), or a name and a kind\.", "請填寫借入館：名錄中的代號，或名稱及類別。"),
            (@"A new request is keyed in with POST /api/staff/lending\.", "新的要求須另行輸入。"),
            (@"The notice (.+) tells what a patron must know and cannot be turned off\.", "此通知涉及必須知悉的事項，不能停止。"),
            (@"Please type your name\.", "請簽署姓名。"),
            (@"It is signed by the patron\.", "須由讀者簽署。"),
            (@"The declaration is the patron's to sign; they are asked for it\.", "聲明須由讀者簽署，系統會另行要求。"),
            (@"The cursor is that of the page before\.", "請返回列表，重新翻頁。"),
            (@"The limit is a number from (.+) to (.+)\.", "每頁數目須為 {0} 至 {1}。"),
            (@"open, closed or all\.", "進行中、已結束或全部。"),
            (@"The file is empty\.", "檔案沒有內容。"),
            (@"This member is not known here\.", "不能識別此項。"),
            (@"A document of the format (.+) in its version (.+)\.", "檔案格式須為 {0} 第 {1} 版。"),
            (@"The list of partners\.", "須有圖書館列表。"),
            (@"An entry is an object\.", "每項須為 JSON 物件。"),
            (@"An entry before it has the same symbol\.", "與前面一項的代號相同。"),
            (@"With those already there more than (\S+)\.", "連同現有的圖書館超過 {0} 所。"),
            (@"(\S+) has one of these ids\.", "{0} 已使用其中一個代碼。"),
            (@"The body is not (?:JSON|a document of the directory)\.", "此檔案並非名錄檔案。"),
            (@"A member is given twice\.", "有項目重複。"),
            (@"A scan is a PDF, a TIFF, a JPEG or a PNG\.", "掃描檔須為 PDF、TIFF、JPEG 或 PNG 檔。"),
            (@"The file cannot be found\..*", "找不到檔案。圖書館已獲通知；此次不計入下載次數。"),
            (@"The form is too large\.", "提交的內容過大。"),
            (@"The body is larger than .+", "提交的內容過大。"),
            (@"The request's history is full; please ask the Library\.", "此項申請的紀錄已滿，請向圖書館查詢。"),
            (@"This Idempotency-Key was used for another request\.", "此表格已用於另一項申請。"),
            (@"Nobody of that patronId has signed in yet\.", "尚未有此代號的讀者登入。"),
            (@"This is for members of staff\.", "只供館員使用。"),
            (@"Another part has been requested in its place already\.", "已另行申請其他部分。"),
        }.Select(sentence => (new Regex($"^(?:{sentence.Item1})$", RegexOptions.CultureInvariant), sentence.Item2)),
    ];

    /// <returns>The sentence in the reader's language; null where it has no Chinese.</returns>
    public static string? Find(string why, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => why,
        NoticeLanguage.TraditionalChinese => Sentences
            .Select(sentence => (Match: sentence.English.Match(why), sentence.Chinese))
            .Where(found => found.Match.Success)
            .Select(found => string.Format(CultureInfo.InvariantCulture, found.Chinese, [.. found.Match.Groups.Values.Skip(1).Select(group => (object)group.Value)]))
            .FirstOrDefault(),
    };

    /// <summary>The errors of one field; a sentence that has no Chinese becomes a general one.</summary>
    public static string Of(IEnumerable<string> why, NoticeLanguage language) =>
        string.Join(" ", why.Select(one => Find(one, language) ?? "內容有誤。").Distinct());
}
