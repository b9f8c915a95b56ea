using Hkall.Domain.Lending;
using Hkall.Service.Lending;
using Hkall.Service.Policies;

namespace Hkall.Service.Invoicing;

/// <summary>The charges of one borrower in one currency that stand on no invoice yet.</summary>
public sealed record BorrowersCharges(Borrower Borrower, string Currency, IReadOnlyList<InvoicedCharge> Charges)
{
    public decimal Total => Charges.Sum(charge => charge.Amount);
}

/// <summary>Finds what has not been invoiced.</summary>
public sealed class ChargesToInvoice(OpenLendings lendings, InvoiceStore store, OwnLibrary own)
{
    /// <summary>Longer ago than any charge waits: a loan of more than a year, and the year after it.</summary>
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(800);

    /// <summary>By borrower and currency; within one, the oldest charge first.</summary>
    /// <param name="until">The last day whose charges count.</param>
    public async Task<IReadOnlyList<BorrowersCharges>> OfAllAsync(DateTimeOffset now, DateOnly until, CancellationToken cancellation) =>
        Grouped(await lendings.SinceAsync(now - LongestAgo, cancellation), until, await store.InvoicedAsync(cancellation));

    public async Task<IReadOnlyList<BorrowersCharges>> OfAsync(LendingRequest request, CancellationToken cancellation) =>
        Grouped([request], DateOnly.MaxValue, await store.InvoicedAsync(cancellation));

    private List<BorrowersCharges> Grouped(IEnumerable<LendingRequest> requests, DateOnly until, IReadOnlyDictionary<string, string> invoiced) =>
    [
        .. requests
            .SelectMany(request => request.Charges.Select((charge, i) => (Request: request, Charge: charge, Number: i + 1)))
            .Where(one => one.Charge.On <= until && !invoiced.ContainsKey(InvoiceStore.MarkOf(one.Request.Id, one.Number)))
            .GroupBy(one => (one.Request.Borrower.Symbol, one.Charge.Cost.Currency))
            .OrderBy(group => group.Key.Symbol, StringComparer.Ordinal).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new BorrowersCharges(
                group.OrderByDescending(one => one.Request.AskedAt).First().Request.Borrower,
                group.Key.Currency,
                [.. group.OrderBy(one => one.Charge.On).ThenBy(one => one.Request.Id, StringComparer.Ordinal).ThenBy(one => one.Number)
                    .Select(one => Line(one.Request, one.Charge, one.Number))])),
    ];

    private InvoicedCharge Line(LendingRequest request, Charge charge, int number) => new(
        request.Id, number, charge.On, charge.For, charge.Cost.Amount, own.ReferenceOf(request.Id), request.BorrowersId, request.Item.ShortTitle);
}
