using Hkall.Service.Engine;
using Hkall.Service.Locating;
using Hkall.Service.Outwards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Hkall.Service.Citing;

/// <summary>Answers in place of the network: the bench has sources of its own.</summary>
public sealed record SourceTransport(Func<HttpMessageHandler> Make);

/// <summary>Registers the sources of citations. A host that connects some adds <see cref="SourceSettings"/> before.</summary>
public static class CitingServices
{
    /// <summary>Failures within half a minute before a source is paused, so that patrons need not wait for it over and over.</summary>
    private const int FailuresBeforeRest = 4;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddCiting(this IServiceCollection services)
    {
        services.TryAddSingleton(SourceSettings.None);
        services.TryAddSingleton(new CatalogueList([]));
        services.AddSingleton<SourcePace>();
        services.AddHttpClient(SourceClient.ClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                provider.GetService<SourceTransport>()?.Make() ?? ForeignHttp.ForLibraries(provider.GetRequiredService<OutwardReach>()))
            .AddResilienceHandler("source", (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<MachineTime>().Clock;
                pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    MinimumThroughput = FailuresBeforeRest,
                    FailureRatio = 0.5,
                    SamplingDuration = Rest,
                    BreakDuration = Rest,
                });
                pipeline.AddTimeout(SourceClient.Patience);
            })
            .SelectPipelineByAuthority();
        services.AddSingleton(provider => new SourceClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(SourceClient.ClientName),
            provider.GetRequiredService<SourceSettings>(),
            provider.GetRequiredService<SourcePace>()));
        services.AddSingleton(provider => new SourceCache<SourceWord>(provider.GetRequiredService<MachineTime>().Clock));
        return services.AddSingleton(provider => new CitationFinder(
            SourcesOf(provider), provider.GetRequiredService<SourceCache<SourceWord>>(), provider.GetRequiredService<MachineTime>()));
    }

    private static List<ICitationSource> SourcesOf(IServiceProvider provider)
    {
        var (settings, client) = (provider.GetRequiredService<SourceSettings>(), provider.GetRequiredService<SourceClient>());
        List<ICitationSource> sources = [.. provider.GetServices<ICitationSource>()];
        if (settings.Crossref is { } crossref)
        {
            sources.Add(new CrossrefSource(client, crossref));
        }

        if (settings.PubMed is { } pubMed)
        {
            sources.Add(new PubMedSource(client, pubMed));
        }

        if (settings.OpenLibrary is { } openLibrary)
        {
            sources.Add(new OpenLibrarySource(client, openLibrary));
        }

        if (provider.GetService<CatalogueClient>() is { } catalogues)
        {
            sources.AddRange(provider.GetRequiredService<CatalogueList>().All.Select(catalogue => new CatalogueSource(catalogues, catalogue)));
        }

        return sources;
    }
}
