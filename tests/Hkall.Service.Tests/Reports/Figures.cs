using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Reports;

namespace Hkall.Service.Tests.Reports;

/// <summary>Requests as the reports count them.</summary>
internal static class Figures
{
    public static readonly DateOnly Today = new(2026, 12, 31);

    public static readonly ReportPeriod Autumn = new(new DateOnly(2026, 9, 1), Today);

    public static CountedRequest Supplied(
        string library, int waited, int? took = null, PatronGroup group = PatronGroup.Undergraduate, ServiceType service = ServiceType.Loan,
        Estimate? promise = null) => new()
        {
            Service = service,
            Group = group,
            PlacedOn = new DateOnly(2026, 11, 23),
            ClosedOn = new DateOnly(2026, 12, 20),
            Outcome = RequestStatus.Completed,
            Why = ReasonCode.LenderReceived,
            Supplier = library,
            Tier = Tier.Hkall,
            ArrivedOn = new DateOnly(2026, 11, 23).AddDays(waited),
            WaitedDays = waited,
            SupplierDays = took ?? waited,
            Promise = promise,
            Asked = [new AskedLibrary(library, Tier.Hkall, null)],
        };

    public static CountedRequest Ended(RequestStatus outcome, ReasonCode? why, params AskedLibrary[] asked) => new()
    {
        Service = ServiceType.Loan,
        Group = PatronGroup.Academic,
        PlacedOn = new DateOnly(2026, 11, 23),
        ClosedOn = new DateOnly(2026, 12, 1),
        Outcome = outcome,
        Why = why,
        Asked = asked,
    };

    public static CountedRequest UnderWay(string library) =>
        Ended(RequestStatus.Sourcing, null, new AskedLibrary(library, Tier.Hkall, null)) with { ClosedOn = null, Why = null };

    public static ReportFacts Of(params CountedRequest[] requests) => new(Autumn, Today, requests, []);

    public static ReportFacts Now(params PatronRequest[] open) => new(Autumn, Today, [], open);
}
