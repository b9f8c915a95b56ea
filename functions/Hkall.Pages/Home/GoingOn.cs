using Hkall.Domain;
using Hkall.Pages.Requests;
using Hkall.Service.Texts;

namespace Hkall.Pages.Home;

/// <summary>What a patron's requests come to, one line for each thing that is worth knowing, the most pressing first.</summary>
public sealed record GoingOnLine(string Text, RowGroup Group, bool IsUrgent);

/// <summary>Sums up a patron's requests for the first page.</summary>
internal static class GoingOn
{
    /// <summary>Loans due within so many days are told.</summary>
    private const int DueWithin = 7;

    public static IReadOnlyList<GoingOnLine> Of(IReadOnlyList<RequestRow> rows, DateOnly today, NoticeLanguage language)
    {
        List<GoingOnLine> lines = [];
        Add(
            RowGroup.Late, true, row => RowGroups.Of(row.Request) == RowGroup.Late,
            () => language.Say("1 to return now"), n => language.Say($"{n} to return now"));
        Add(
            RowGroup.Ready, false, row => row.Request.Status == RequestStatus.ReadyForPickup,
            () => language.Say("1 ready to pick up"), n => language.Say($"{n} ready to pick up"));
        Add(
            RowGroup.Ready, false, row => row.Request.Status == RequestStatus.LibraryUse,
            () => language.Say("1 ready to use in the Library"), n => language.Say($"{n} ready to use in the Library"));
        Add(
            RowGroup.Ready, false, row => row.Request.Status == RequestStatus.ReadyToDownload,
            () => language.Say("1 file to download"), n => language.Say($"{n} files to download"));
        Add(
            RowGroup.Deciding, true, row => RowGroups.Of(row.Request) == RowGroup.Deciding,
            () => language.Say("1 waiting for your answer"), n => language.Say($"{n} waiting for your answer"));
        Add(RowGroup.OnLoan, true, row => DueIn(row) == 0, () => language.Say("1 due today"), n => language.Say($"{n} due today"));
        Add(RowGroup.OnLoan, true, row => DueIn(row) == 1, () => language.Say("1 due tomorrow"), n => language.Say($"{n} due tomorrow"));
        Add(
            RowGroup.OnLoan, false, row => DueIn(row) is > 1 and <= DueWithin,
            () => language.Say("1 due within a week"), n => language.Say($"{n} due within a week"));
        return lines;

        int? DueIn(RequestRow row) => row.Request is { Status: RequestStatus.OnLoan, Loan.DueOn: { } due } ? due.DayNumber - today.DayNumber : null;

        void Add(RowGroup group, bool urgent, Func<RequestRow, bool> which, Func<string> one, Func<int, string> many)
        {
            if (rows.Count(which) is > 0 and var count)
            {
                lines.Add(new GoingOnLine(count == 1 ? one() : many(count), group, urgent));
            }
        }
    }

    /// <summary>The requests with which the patron can do something, or which they must not miss.</summary>
    public static IReadOnlyList<RequestRow> Shown(IReadOnlyList<RequestRow> rows) =>
        [.. RowGroups.Sort([.. rows.Where(row => RowGroups.Of(row.Request) <= RowGroup.OnLoan)]).SelectMany(group => group.Rows)];
}
