using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Fees;

/// <summary>Reads a patron's ledger, which is stored only in the requests it is about.</summary>
public sealed class FeeService(IRows rows, PatronRequestProcessor processor)
{
    /// <summary>The most requests read for one patron: more than anyone places in all their years of study.</summary>
    public const int MostLookedThrough = 10_000;

    /// <summary>The patron's ledger; null if there is no such patron.</summary>
    public async Task<FeesView?> OfAsync(string patronId, CancellationToken cancellation)
    {
        var (today, book) = (processor.Book.Calendar.DateOf(processor.Now), processor.Book);
        var requests = await RequestsAsync(patronId, cancellation);
        if (requests.Count == 0)
        {
            return null;
        }

        var debt = DebtView.Of(requests, today, book);
        return new FeesView(
            debt.Balance,
            debt.Accruing,
            [.. requests.Select(request => Running(request, Fines.Of(request, today, book))).OfType<RunningFine>().OrderBy(running => running.DueOn)],
            [.. requests.SelectMany(request => request.Fees.Select(line => Entry(request, line)))
                .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id, StringComparer.Ordinal)]);
    }

    public static FeesView Nothing(RuleBook book)
    {
        var none = DebtView.Of([], DateOnly.MinValue, book);
        return new FeesView(none.Balance, none.Accruing, [], []);
    }

    /// <summary>The id of a fee: its request's id and its number there.</summary>
    public static string IdOf(string requestId, int number) => string.Create(CultureInfo.InvariantCulture, $"{requestId}-{number}");

    public static (string RequestId, int Number)? Read(string feeId) =>
        feeId.Split('-') is [var requestId, { Length: <= 4 } number] && RequestIds.IsWellFormed(requestId)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var fee)
            ? (requestId, fee)
            : null;

    private static RunningFine? Running(PatronRequest request, Fine? fine) => fine is null
        ? null
        : new RunningFine(request.Id, request.Item.ShortTitle, request.Loan!.DueOn!.Value, fine.Days, fine.Amount, fine.PerDay);

    private static FeeEntryView Entry(PatronRequest request, LedgerLine line) => new(
        IdOf(request.Id, line.Number),
        request.Id,
        request.Item.ShortTitle,
        line.At,
        line.Kind,
        IdOf(request.Id, line.Of),
        line.Amount,
        line.Kind.IsFee() ? line.Amount with { Amount = request.BalanceOf(line.Number) } : null,
        line.Reason,
        FeeTexts.Of(line.Kind, line.Days),
        line.Days);

    private async Task<IReadOnlyList<PatronRequest>> RequestsAsync(string patronId, CancellationToken cancellation)
    {
        var requests = new List<PatronRequest>();
        var from = Keys.RequestsFrom;
        while (requests.Count < MostLookedThrough)
        {
            var page = await rows.RangeAsync(RowTable.Requests, patronId, from, Keys.RequestsTo, RowLimits.RowsPerPage, openOnly: false, cancellation);
            requests.AddRange(page.Select(row => VersionedRequest<PatronRequest>.From(row).Request));
            if (page.Count < RowLimits.RowsPerPage)
            {
                break;
            }

            from = page[^1].Key + "!";
        }

        return requests;
    }
}
