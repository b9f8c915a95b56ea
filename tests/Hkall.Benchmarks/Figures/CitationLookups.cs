using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hkall.LocalHost;
using Hkall.LocalHost.Catalogue;
using Hkall.LocalHost.Sources;
using Hkall.Service.Citing;
using Hkall.Service.Engine;
using Hkall.Service.Outwards;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 11: what <c>POST /api/citations</c> does while every source takes 300 ms, one reference a second, each another one.</summary>
internal static class CitationLookups
{
    private const int Times = 40;

    /// <summary>The first calls compile what they use.</summary>
    private const int Warm = 5;

    private static readonly TimeSpan EachTakes = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Goal = TimeSpan.FromMilliseconds(700);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton(new MachineTime(BenchServices.RealTime));
        services.AddSingleton(new OutwardReach(ThisMachine: true));
        services.AddSingleton(SampleCatalogue.Load());
        services.AddSingleton(SourceSettings.Below(SampleSources.Address, SampleSources.Contact));
        services.AddSingleton(provider => new SourceTransport(
            () => new Slow { InnerHandler = new SampleSources(provider.GetRequiredService<SampleCatalogue>()) }));
        services.AddCiting();
        services.AddSingleton<CitationReading>();
        await using var provider = services.BuildServiceProvider();
        var reading = provider.GetRequiredService<CitationReading>();
        var times = new List<TimeSpan>();
        for (var n = 0; n < Warm + Times; n++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Codd, E. F. (1970). A relational model of data for large shared data banks, part {n}. Communications of the ACM, 13(6), 377-387.");
            var begun = Stopwatch.StartNew();
            var (items, _) = await reading.ReadAsync(text, CancellationToken.None);
            JsonSerializer.Serialize(items.Select(CitationReading.ViewOf), PagedJson.Options);
            if (n >= Warm)
            {
                times.Add(begun.Elapsed);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), BenchServices.RealTime);
        }

        times.Sort();
        var high = times[(int)Math.Ceiling(times.Count * 0.95) - 1];
        return
        [
            new Figure(
                "11",
                string.Create(CultureInfo.InvariantCulture, $"a pasted reference, all sources at {EachTakes.TotalMilliseconds} ms, P95 of {Times}"),
                Milliseconds(high),
                $"median {Milliseconds(times[times.Count / 2])}; two calls one after the other take {Milliseconds(2 * EachTakes)}",
                string.Create(CultureInfo.InvariantCulture, $"{high / Goal:0.00} × goal"),
                $"≤ {Milliseconds(Goal)}",
                high <= Goal),
        ];
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    private sealed class Slow : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(EachTakes, BenchServices.RealTime, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
