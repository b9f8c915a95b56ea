using System.Globalization;
using System.Net.Mime;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>One charge, as exported for invoicing.</summary>
public sealed record InvoiceLine(
    DateOnly On, string Symbol, string Borrower, BorrowerKind Kind, string RequestId, string BorrowersId, string Title, ChargeFor For, string Currency,
    decimal Amount);

/// <summary>The charges of a period, and the total of each borrower.</summary>
public sealed record InvoicesView(DateOnly From, DateOnly To, IReadOnlyList<InvoiceLine> Lines, IReadOnlyList<InvoiceTotal> Totals);

public sealed record InvoiceTotal(string Symbol, string Borrower, string Currency, decimal Amount);

/// <summary>The export of charges to borrowers without a reciprocal agreement.</summary>
public static class Invoices
{
    /// <summary>The longest period of one export: a financial year and a day.</summary>
    public const int LongestDays = 366;

    /// <summary>The longest delay from request to charge: the loan, its renewals and the time until it counts as lost.</summary>
    private static readonly TimeSpan LongestLoan = TimeSpan.FromDays(400);

    public static void MapInvoices(this IEndpointRouteBuilder lending) =>
        lending.MapGet("invoices", ExportAsync).AuditedAs(AuditAction.Exported, about: "lending-charges")
            .Produces<InvoicesView>(200, MediaTypeNames.Application.Json, MediaTypeNames.Text.Csv).ProducesProblem(400)
            .WithName("LendingInvoices").WithSummary("Charges from one date to another, both inclusive; CSV with Accept: text/csv.");

    private static async Task<IResult> ExportAsync(
        HttpContext context, string? from, string? to, OpenLendings lendings, RuleBook book, CancellationToken cancellation)
    {
        var (first, last) = (DateOf("from", from), DateOf("to", to));
        if (last < first || last.DayNumber - first.DayNumber >= LongestDays)
        {
            throw BadInputException.Field("to", "bad-query", $"Not before from, and at most {LongestDays} days.");
        }

        var requests = await lendings.SinceAsync(book.Calendar.StartOf(first) - LongestLoan, cancellation);
        var lines = requests
            .SelectMany(request => request.Charges.Where(charge => charge.On >= first && charge.On <= last).Select(charge => LineOf(request, charge)))
            .OrderBy(line => line.On).ThenBy(line => line.RequestId, StringComparer.Ordinal).ToList();
        if (context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals(MediaTypeNames.Text.Csv, StringComparison.OrdinalIgnoreCase)))
        {
            return Results.Bytes(CsvOf(lines), "text/csv; charset=utf-8");
        }

        var totals = lines.GroupBy(line => (line.Symbol, line.Borrower, line.Currency))
            .Select(owed => new InvoiceTotal(owed.Key.Symbol, owed.Key.Borrower, owed.Key.Currency, owed.Sum(line => line.Amount)))
            .OrderBy(total => total.Symbol, StringComparer.Ordinal);
        return Results.Json(new InvoicesView(first, last, lines, [.. totals]), PagedJson.Options);
    }

    private static byte[] CsvOf(IReadOnlyList<InvoiceLine> lines) => CsvReport.Write(
        ["on", "symbol", "borrower", "kind", "requestId", "borrowersId", "title", "for", "currency", "amount"],
        lines.Select(line => (IReadOnlyList<object?>)
        [
            line.On, line.Symbol, line.Borrower, Names.Of(line.Kind), line.RequestId, line.BorrowersId, line.Title, Names.Of(line.For), line.Currency,
            Math.Round(line.Amount, 2) + 0.00m,
        ]));

    private static InvoiceLine LineOf(LendingRequest request, Charge charge) => new(
        charge.On, request.Borrower.Symbol, request.Borrower.Name, request.Borrower.Kind, request.Id, request.BorrowersId, request.Item.ShortTitle,
        charge.For, charge.Cost.Currency, charge.Cost.Amount);

    private static DateOnly DateOf(string field, string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 2100
            ? date
            : throw BadInputException.Field(field, "bad-query", "A date as YYYY-MM-DD.");
}
