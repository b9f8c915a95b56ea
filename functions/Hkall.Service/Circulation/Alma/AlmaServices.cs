using Hkall.Service.Engine;
using Hkall.Service.Outwards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Hkall.Service.Circulation.Alma;

/// <summary>Connects the Library's Alma.</summary>
public static class AlmaServices
{
    /// <summary>
    /// The share of failed tries in the last half minute at which we stop asking for a while: waiting for a system that is down helps no
    /// patron.
    /// </summary>
    private const double FailuresToPause = 0.5;
    private const int TriesToJudge = 10;
    private static readonly TimeSpan Judged = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Paused = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddAlma(this IServiceCollection services, AlmaOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ICirculation, AlmaCirculation>();
        var client = services.AddHttpClient(AlmaCirculation.Client, http =>
        {
            // The pipeline's limits end with the headers of an answer; this one covers its body as well.
            http.Timeout = options.Patience + options.TryPatience;
            http.MaxResponseContentBufferSize = AlmaCirculation.LargestAnswer;
        });
        client.ConfigurePrimaryHttpMessageHandler(ForeignHttp.ForSettings);

        // The addresses contain the patron's id, which must not be logged.
        client.RemoveAllLoggers();
        client.AddResilienceHandler("alma", (pipeline, context) =>
        {
            // The service's clock can be moved by hand; network timeouts use the machine's clock.
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<MachineTime>().Clock;
            pipeline.AddTimeout(options.Patience);
            var retry = new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.Pause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            };
            retry.DisableForUnsafeHttpMethods();
            pipeline.AddRetry(retry);
            pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = FailuresToPause,
                MinimumThroughput = TriesToJudge,
                SamplingDuration = Judged,
                BreakDuration = Paused,
            });
            pipeline.AddTimeout(options.TryPatience);
        });
        return services;
    }
}
