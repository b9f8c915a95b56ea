using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Policies;

namespace Hkall.Service.Reports;

/// <summary>Makes the reports; reads only the data that a report needs.</summary>
public sealed class ReportService(ClosedRequests closed, OpenedFreeCopies opened, OpenRequests open, OwedMail mail, OpenLendings lendings,
    PatronRequestProcessor processor, PolicyInForce policy)
{
    /// <summary>The reports by name, in listing order.</summary>
    private IReadOnlyList<(string Name, bool OfAPeriod, Func<ReportPeriod, CancellationToken, Task<Report>> Make)> All =>
    [
        ("turnaround", true, From(DeliveryReports.Turnaround)),
        ("promises", true, From(DeliveryReports.Promises)),
        ("estimates-held", true, From(EstimateReport.Of)),
        ("fill-rate", true, From(FillingReports.FillRate)),
        ("libraries", true, From(FillingReports.Libraries)),
        ("promises-kept", true, From(PromiseReport.Of)),
        ("unfilled", true, From(FillingReports.Unfilled)),
        ("demand", true, From(FillingReports.Demand)),
        ("free-copies", true, FreeCopiesAsync),
        ("charges", true, From(ChargesReport.Of)),
        ("lending-balance", true, BalanceAsync),
        ("quota", false, From(facts => BacklogReports.Quota(facts, processor.Book.Policy))),
        ("overdue", false, From(BacklogReports.Overdue)),
        ("mail-backlog", false, async (_, cancellation) => (await mail.ReadAsync(cancellation)).ToReport(processor.Now)),
    ];

    public IReadOnlyList<(string Name, bool OfAPeriod)> Names => [.. All.Select(report => (report.Name, report.OfAPeriod))];

    public DateOnly Today => processor.Book.Calendar.DateOf(processor.Now);

    /// <returns>Null if there is no such report.</returns>
    public async Task<Report?> MakeAsync(string name, ReportPeriod period, CancellationToken cancellation) =>
        All.FirstOrDefault(report => report.Name == name) is { Make: { } make } ? await make(period, cancellation) : null;

    private Func<ReportPeriod, CancellationToken, Task<Report>> From(Func<ReportFacts, Report> report) =>
        async (period, cancellation) => report(await FactsAsync(period, cancellation));

    private async Task<Report> FreeCopiesAsync(ReportPeriod period, CancellationToken cancellation)
    {
        var facts = await FactsAsync(period, cancellation);
        return FreeCopyReport.Of(facts with { Opened = await opened.OpenedAsync(period.From, period.To, cancellation) }, policy.Document.Costs);
    }

    private async Task<Report> BalanceAsync(ReportPeriod period, CancellationToken cancellation)
    {
        var calendar = processor.Book.Calendar;
        var lent = await lendings.SinceAsync(calendar.StartOf(period.From), cancellation);
        return LendingBalance.Of(await FactsAsync(period, cancellation), lent.Where(request => calendar.DateOf(request.AskedAt) <= period.To));
    }

    private async Task<ReportFacts> FactsAsync(ReportPeriod period, CancellationToken cancellation)
    {
        var calendar = processor.Book.Calendar;
        var counted = new Dictionary<string, CountedRequest>(await closed.PlacedAsync(period.From, period.To, cancellation), StringComparer.Ordinal);
        var now = await open.AllAsync(cancellation);
        foreach (var request in now.Where(request => calendar.DateOf(request.PlacedAt) is var placed && placed >= period.From && placed <= period.To))
        {
            // An open request may have a row: the commit failed after the row was written, or the request had closed before and reopened.
            counted[closed.KeyOf(request)] = CountedRequest.Of(request, calendar);
        }

        return new ReportFacts(period, Today, [.. counted.Values], now);
    }
}
