using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service.Lending;

/// <summary>Registers the lending services. Register other channels to borrowers before it: mail comes last.</summary>
public static class LendingServices
{
    public static void AddLending(this IServiceCollection services)
    {
        services.AddSingleton<RequestCache<LendingRequest>>(_ => new RequestCache<LendingRequest>());
        services.AddSingleton<RequestStore<LendingRequest, LendingEvent>>();
        services.AddSingleton<OutboxDispatcher<LendingRequest, LendingEvent>>();
        services.AddSingleton<IEffectRouter<LendingRequest>, LendingEffectRouter>();
        services.AddSingleton<LendingRequestProcessor>();
        services.AddSingleton<RequestProcessor<LendingRequest, LendingEvent, LendingCommand>>(provider =>
            provider.GetRequiredService<LendingRequestProcessor>());
        services.AddSingleton<DueRequestProcessor<LendingRequest, LendingEvent, LendingCommand>>();
        services.TryAddSingleton<IOwnHoldings, LocatedHoldings>();
        services.AddSingleton<Borrowed>();
        services.AddSingleton<OpenLendings>();
        services.AddSingleton<LendingIntake>();
        services.AddSingleton<ManualLendingRequests>();
        services.AddSingleton<LendingActions>();
        services.AddSingleton<BorrowerAnswers>();
        services.AddSingleton<PaperLetters>();
        services.AddSingleton<IBorrowerChannel, BorrowerCallbacks>();
        services.AddSingleton<IBorrowerChannel, BorrowerMail>();
    }
}
