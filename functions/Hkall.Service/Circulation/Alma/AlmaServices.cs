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
        client.AddStandardResilienceHandler(resilience =>
        {
            resilience.TotalRequestTimeout.Timeout = options.Patience;
            resilience.AttemptTimeout.Timeout = options.TryPatience;
            resilience.Retry.MaxRetryAttempts = options.Retries;
            resilience.Retry.Delay = options.Pause;
            resilience.Retry.BackoffType = DelayBackoffType.Exponential;
            resilience.Retry.UseJitter = true;
            resilience.Retry.DisableForUnsafeHttpMethods();
            resilience.CircuitBreaker.FailureRatio = FailuresToPause;
            resilience.CircuitBreaker.MinimumThroughput = TriesToJudge;
            resilience.CircuitBreaker.SamplingDuration = Judged;
            resilience.CircuitBreaker.BreakDuration = Paused;
        });
        return services;
    }
}
