using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Service.Web;

namespace Hkall.Service.MyRequests;

/// <summary>The body of <c>cost-decision</c>.</summary>
public sealed record CostDecisionForm
{
    public required bool Accept { get; init; }

    /// <summary>
    /// The charge shown to the patron (<c>cost.amount</c>). If it has changed since, the patron is asked again. Who accepts must say
    /// what: an acceptance of whatever stands now could be one of a charge that the patron never saw.
    /// </summary>
    public MoneyForm? Amount { get; init; }

    /// <exception cref="BadInputException">The charge is invalid, or missing from an acceptance.</exception>
    public DecideCost Check()
    {
        var fields = new Fields();
        Amount?.Check(fields, "amount");
        if (Accept && Amount is null)
        {
            fields.Fault("amount", "missing-member", "The charge that is accepted.");
        }

        fields.ThrowIfAny();
        return new DecideCost(Accept, Amount?.ToMoney());
    }
}

/// <summary>The body of <c>office-delivery</c>.</summary>
public sealed record OfficeForm
{
    public required string Office { get; init; }

    /// <exception cref="BadInputException">The office has no name, or an invalid one.</exception>
    public ChooseOffice Check()
    {
        var fields = new Fields();
        var office = fields.Text("office", Office, Limits.Identifier);
        if (office is null)
        {
            fields.Fault("office", "missing-member", "The name of the office.");
        }

        fields.ThrowIfAny();
        return new ChooseOffice(office!);
    }
}

/// <summary>The body of <c>report-scan</c>.</summary>
public sealed record ReportScanForm
{
    public required ScanFault Fault { get; init; }

    /// <summary>The scan meant (<c>download.scan</c>); if a new one has come since, it stays.</summary>
    public int? Scan { get; init; }

    public ReportScan Check() => new(Fault, Who.Patron, Scan);
}
