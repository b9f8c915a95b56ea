using Hkall.Service.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Hkall.Service.Circulation.Alma;

/// <summary>Connects the Library's Alma.</summary>
public static class AlmaServices
{
    /// <summary>Of the last half minute's tries, when to stop asking for a while: everybody who waits for a system that is down waits in vain.</summary>
    private const double FailuresToPause = 0.5;
    private const int TriesToJudge = 10;
    private static readonly TimeSpan Judged = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Paused = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddAlma(this IServiceCollection services, AlmaOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<ICirculation, AlmaCirculation>();
        var client = services.AddHttpClient(AlmaCirculation.Client, http => http.Timeout = Timeout.InfiniteTimeSpan);

        // Addresses hold who the patron is, and logs are no place for that.
        client.RemoveAllLoggers();
        client.AddResilienceHandler("alma", (pipeline, context) =>
        {
            // The desk's clock may be moved by hand; a line to another machine waits in that machine's time.
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
