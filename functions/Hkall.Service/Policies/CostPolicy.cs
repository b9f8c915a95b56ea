using System.Globalization;
using Hkall.Domain.Model;

namespace Hkall.Service.Policies;

/// <summary>
/// What supplying one item costs the Library on average, in Hong Kong dollars: staff time, postage and charges. Reports reckon savings by it.
/// </summary>
public sealed record CostPolicy
{
    private const decimal Highest = 10_000m;

    public decimal LoanHkd { get; init; } = 150m;

    public decimal CopyHkd { get; init; } = 80m;

    public decimal Of(ServiceType service) => service switch
    {
        ServiceType.Loan => LoanHkd,
        ServiceType.Copy => CopyHkd,
    };

    internal IEnumerable<string> Faults() =>
        from cost in (IReadOnlyList<(string Name, decimal Value)>)[("loanHkd", LoanHkd), ("copyHkd", CopyHkd)]
        where cost.Value is < 0 or > Highest
        select string.Create(CultureInfo.InvariantCulture, $"costs.{cost.Name}: {cost.Value}: an amount from 0 to {Highest}.");
}
