using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.Reports;

/// <summary>A report in JSON: each row is an object with a member for each column.</summary>
public sealed record ReportView(
    string Name, DateOnly? From, DateOnly? To, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows)
{
    public static ReportView Of(Report report) => new(
        report.Name,
        report.From,
        report.To,
        report.Columns,
        [.. report.Rows.Select(row => report.Columns.Zip(row).ToDictionary(cell => cell.First.Name, cell => cell.Second))]);
}

/// <param name="OfAPeriod">Whether the report counts a period; the others show the present state.</param>
public sealed record ReportName(string Name, bool OfAPeriod);

/// <summary><c>GET /api/staff/reports</c> and each report, as JSON or, with <c>Accept: text/csv</c>, for a spreadsheet.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder staff)
    {
        staff.MapGet(
            "reports",
            (ReportService reports) =>
                Results.Json(new Page<ReportName>([.. reports.Names.Select(report => new ReportName(report.Name, report.OfAPeriod))], null), PagedJson.Options))
            .Produces<Page<ReportName>>().WithName("Reports").WithSummary("The reports there are.");
        staff.MapGet("reports/{name}", GetAsync).AuditedAs(AuditAction.ReadReport, "name")
            .Produces<ReportView>(200, "application/json", CsvReport.ContentType).ProducesProblem(400).ProducesProblem(404)
            .WithName("Report").WithSummary("One report, of the requests placed from one day to another; as CSV by Accept: text/csv.");
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, string name, string? from, string? to, ReportService reports, CancellationToken cancellation)
    {
        if (await reports.MakeAsync(name, ReportPeriod.Of(from, to, reports.Today), cancellation) is not { } report)
        {
            return Problems.NotFound();
        }

        return WantsCsv(context.Request)
            ? Csv(report)
            : Results.Json(ReportView.Of(report), PagedJson.Options);
    }

    public static IResult Csv(Report report) => Results.File(
        CsvReport.Write(report.Columns.Select(column => column.Name), report.Rows),
        $"{CsvReport.ContentType}; charset=utf-8",
        report is { From: { } from, To: { } to } ? $"{report.Name}-{from:yyyy-MM-dd}-{to:yyyy-MM-dd}.csv" : $"{report.Name}.csv");

    /// <summary>A client must ask for CSV by name; one that accepts anything gets JSON.</summary>
    private static bool WantsCsv(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted)
        && wanted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault() is { } first
        && first.MediaType.Equals(CsvReport.ContentType, StringComparison.OrdinalIgnoreCase);
}
