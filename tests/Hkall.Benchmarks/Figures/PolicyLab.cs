using System.Diagnostics;
using System.Globalization;
using Hkall.Service.PolicyLab;
using Hkall.Service.Tests.Counts;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.PolicyVersions;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 12: a version of the policy tried on a term of loans, their histories read and decided twice.</summary>
internal static class PolicyLab
{
    private const double GoalSeconds = 10;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int requests)
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        await new LoanScript(world, service, requests).RunAsync();
        var draft = await new PolicyDesk(service).DraftAsync(PolicyDesk.Shelf(5, "lab"));

        var clock = Stopwatch.StartNew();
        var result = await service.Get<LabService>().TryAsync(draft, "2026-11-01", null, CancellationToken.None)
            ?? throw new InvalidOperationException("The draft is gone.");
        var seconds = clock.Elapsed.TotalSeconds;
        var replayed = result.InForce.Values.Sum(figures => figures.Requests);
        return
        [
            new Figure(
                "12",
                string.Create(CultureInfo.InvariantCulture, $"a version of the policy tried on {replayed:N0} loans in memory"),
                string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
                "-",
                "-",
                string.Create(CultureInfo.InvariantCulture, $"≤ {GoalSeconds:0} s for 5,000"),
                seconds <= GoalSeconds && replayed == requests),
        ];
    }
}
