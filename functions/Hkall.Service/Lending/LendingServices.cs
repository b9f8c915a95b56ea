using Hkall.Requests.Lending;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service.Lending;

/// <summary>The lending side of the desk. Lines that reach borrowers over their own systems are added before it: mail is asked last.</summary>
public static class LendingServices
{
    public static void AddLending(this IServiceCollection services)
    {
        services.AddSingleton<RecentCards<LendingRequest>>(_ => new RecentCards<LendingRequest>());
        services.AddSingleton<ITally<LendingRequest>, LendingTally>();
        services.AddSingleton<Cabinet<LendingRequest, LendingEvent>>();
        services.AddSingleton<Courier<LendingRequest, LendingEvent>>();
        services.AddSingleton<IRounds<LendingRequest>, LendingRounds>();
        services.AddSingleton<LendingDesk>();
        services.AddSingleton<LendingTurns>();
        services.TryAddSingleton<IOwnHoldings, LocatedHoldings>();
        services.AddSingleton<Borrowed>();
        services.AddSingleton<OpenLendings>();
        services.AddSingleton<AskingDesk>();
        services.AddSingleton<KeyingIn>();
        services.AddHttpClient<BorrowerCallbacks>(http => http.Timeout = BorrowerCallbacks.Patience);
        services.AddSingleton<IBorrowerLine>(provider => provider.GetRequiredService<BorrowerCallbacks>());
        services.AddSingleton<IBorrowerLine, BorrowerMail>();
        services.AddSingleton<LendingInbox>();
    }
}
