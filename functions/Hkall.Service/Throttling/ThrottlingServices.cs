using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service.Throttling;

/// <summary>Registers the limits on how often anybody may call.</summary>
public static class ThrottlingServices
{
    public static void AddThrottling(this IServiceCollection services)
    {
        services.TryAddSingleton(new CallerAddresses(Forwarded: false));
        services.AddSingleton<StrangerLimits>();
        services.AddSingleton<MessageLimits>();
        services.AddRateLimiter(limits => limits
            .AddPolicy<string, CancellingLimit>(PersonLimits.Cancelling)
            .AddPolicy<string, SearchingLimit>(PersonLimits.Searching));
    }

    /// <summary>Adds the limit on strangers, before anything is read for them.</summary>
    public static void UseStrangerLimits(this IApplicationBuilder app)
    {
        var strangers = app.ApplicationServices.GetRequiredService<StrangerLimits>();
        app.Use((context, next) => strangers.InvokeAsync(context, next));
    }
}
