using Hkall.Service.Engine;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Hkall.Service.Locating;

/// <summary>Registers the services that find holdings.</summary>
public static class FindingServices
{
    /// <summary>Failures within half a minute before a catalogue is paused, so that patrons need not wait for it over and over.</summary>
    private const int FailuresBeforeRest = 4;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <param name="catalogues">If empty, every partner may hold the item.</param>
    public static IServiceCollection AddFinding(this IServiceCollection services, IReadOnlyList<Catalogue> catalogues)
    {
        if (catalogues.Count == 0)
        {
            return services.AddSingleton<ILocator, WholeDirectory>();
        }

        services.AddHttpClient(CatalogueClient.ClientName)
            .ConfigurePrimaryHttpMessageHandler(ForeignHttp.ForSettings)
            .AddResilienceHandler("catalogue", (pipeline, context) =>
            {
                pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<MachineTime>().Clock;
                pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    MinimumThroughput = FailuresBeforeRest,
                    FailureRatio = 0.5,
                    SamplingDuration = Rest,
                    BreakDuration = Rest,
                });
                pipeline.AddTimeout(CatalogueClient.Patience);
            })
            .SelectPipelineByAuthority();
        services.AddSingleton(
            provider => new CatalogueClient(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(CatalogueClient.ClientName), provider.GetRequiredService<MachineTime>().Clock));
        services.AddSingleton(new CatalogueList(catalogues));
        services.AddSingleton(provider => new CatalogueCache(provider.GetRequiredService<MachineTime>().Clock));
        return services.AddSingleton<ILocator>(provider => new Catalogues(
            catalogues,
            provider.GetRequiredService<CatalogueClient>(),
            provider.GetRequiredService<CatalogueCache>(),
            provider.GetRequiredService<PartnerDirectory>()));
    }
}
