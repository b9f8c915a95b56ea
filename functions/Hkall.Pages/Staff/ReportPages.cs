using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Reports;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The reports as pages, each with its picture, its table and its spreadsheet file.</summary>
internal static class ReportPages
{
    public static void MapReportPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/reports", PageRoutes.Reading, (ReportService reports) =>
            PageRoutes.Page<ReportsPage>(new { Reports = reports.Names.Select(report => new ReportName(report.Name, report.OfAPeriod)).ToList() }));
        pages.MapMethods("/staff/reports/{name}", PageRoutes.Reading, ShowAsync).AuditedAs(AuditAction.ReadReport, "name");
        pages.MapMethods("/staff/reports/{name}.csv", PageRoutes.Reading, CsvAsync).AuditedAs(AuditAction.Exported, "name");
    }

    private static async Task<IResult> ShowAsync(string name, string? from, string? to, ReportService reports, CancellationToken cancellation)
    {
        if (reports.Names.FirstOrDefault(report => report.Name == name) is not { Name: not null } its)
        {
            return Problems.NotFound();
        }

        try
        {
            var period = ReportPeriod.Of(from, to, reports.Today);
            var report = await reports.MakeAsync(name, period, cancellation);
            return PageRoutes.Page<ReportPage>(new { Name = name, Report = report, period.From, period.To, its.OfAPeriod });
        }
        catch (BadInputException bad)
        {
            return PageRoutes.Page<ReportPage>(new { Name = name, its.OfAPeriod, Faults = bad.Code }, bad.Status);
        }
    }

    private static async Task<IResult> CsvAsync(string name, string? from, string? to, ReportService reports, CancellationToken cancellation) =>
        await reports.MakeAsync(name, ReportPeriod.Of(from, to, reports.Today), cancellation) is { } report ? ReportEndpoints.Csv(report) : Problems.NotFound();
}
