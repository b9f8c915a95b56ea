using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>
/// What became of "renew all", said on the page after it. The address carries how many libraries were asked, and the number and the refusal of
/// each loan that was not renewed.
/// </summary>
public sealed record RenewedWords(int Asked, IReadOnlyList<(string Title, string Why)> Refused)
{
    /// <summary>The word in the address.</summary>
    public const string Told = "renewed-all";

    /// <summary>The most loans whose reason the address carries; the rows of the others say theirs.</summary>
    private const int MostReasons = 20;

    public static string Query(IReadOnlyList<RenewedLoan> answers) =>
        $"asked={answers.Count(answer => answer.Code is null)}" + string.Concat(answers.Where(answer => answer.Code is not null).Take(MostReasons)
            .Select(answer => $"&no={NoticeFields.Reference(answer.Id)}.{Names.Of(answer.Code!.Value)}"));

    /// <returns>Null where the address tells nothing of the kind.</returns>
    public static RenewedWords? Of(PageForm query, IReadOnlyList<RequestRow> rows, NoticeLanguage language)
    {
        if (query["told"] != Told || !int.TryParse(query["asked"], System.Globalization.NumberStyles.None, null, out var asked))
        {
            return null;
        }

        List<(string, string)> refused = [];
        foreach (var no in query.All("no").Take(MostReasons))
        {
            if (no.Split('.') is [var number, var code] && language.FindNamed("refusal", code) is { } why
                && rows.FirstOrDefault(row => Titles.Reference(row.Request) == number) is { } row)
            {
                // The row knows the dates of its own case, the code only the kind of reason.
                refused.Add((Titles.Of(row.Request, language), row.Renewal.Possible ? why : RenewalWords.Of(row.Renewal, row.Request, language)));
            }
        }

        return new RenewedWords(asked, refused);
    }

    public string Summary(NoticeLanguage language) => Asked switch
    {
        0 => language.Say("No loan could be renewed."),
        1 => language.Say("We’ve asked for 1 renewal and will email you the answer."),
        _ => language.Say($"We’ve asked for {Asked} renewals and will email you the answers."),
    };
}
