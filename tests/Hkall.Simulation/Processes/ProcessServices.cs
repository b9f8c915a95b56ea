using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Locating;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Hkall.Simulation.Outside;
using Hkall.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Simulation.Processes;

/// <summary>
/// The desk put together as it is in life. What lives as long as a process lives here as long as a scope, so that a process
/// starts in no time; what is only read is shared by all.
/// </summary>
internal static class ProcessServices
{
    /// <summary>Longer than working a message off takes, and short beside the waits of the trade.</summary>
    private static readonly TimeSpan InvisibleFor = TimeSpan.FromMinutes(2);

    /// <summary>Read once: they never change, and reading them takes longer than a run.</summary>
    private static readonly HashSet<Type> Shared = [typeof(PolicyDocument), typeof(NoticeRenderer)];

    private static readonly ServiceProvider Root = Build();

    /// <summary>The figures of this build, but that patrons are asked about charges of every tier: accepting is what may go wrong.</summary>
    public static RuleBook Book { get; } = Asking(PolicyFile.RuleBookOf(PolicyFile.Default()));

    public static IServiceScope For(Process process)
    {
        var scope = Root.CreateScope();
        scope.ServiceProvider.GetRequiredService<Whose>().Process = process;
        return scope;
    }

    private static RuleBook Asking(RuleBook book) =>
        book with { Policy = book.Policy with { Charges = new ChargePolicy { BorneByLibrary = new(Hkall: false, Local: false, Overseas: false) } } };

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddHkallService();
        for (var i = 0; i < services.Count; i++)
        {
            services[i] = PerProcess(services[i]);
        }

        services.AddScoped<Whose>();
        services.AddScoped(typeof(ILogger<>), typeof(ProcessLog<>));
        services.AddSingleton(new PublicAddress(() => new Uri("https://hkall.library.example")));
        services.AddSingleton(new DownloadTokens(new byte[32]));
        services.AddSingleton(new PartnerSecretKeys(new byte[32], null));
        services.AddSingleton(new InboxOptions(InvisibleFor));
        Add<TimeProvider>(services, process => process.Clock);
        Add(services, process => new MachineTime(process.Clock));
        Add<IRandom>(services, process => process.World.Chance);
        Add(services, process => process.World.MailLimits);
        Add(services, process => process.World.Sabotage.Book(process.World.Book));
        Add<ILocator>(services, process => process.World.Libraries);
        Add<IRows>(services, process => process.World.Sabotage.Rows(process.World, new RowsLine(process)));
        Add<IBlobs>(services, process => new BlobsLine(process));
        Add<IMessageQueue>(services, process => process.World.Sabotage.Queue(process.World, new QueueLine(process)));
        Add<IMailer>(services, process => process.World.Sabotage.Mailer(process.World, new MailCounter(process)));
        Add<IRequestScheduler>(services, process => process.World.Sabotage.Waker(process.World, process.Waker));
        Add(services, process => new PartnerHttpClient(
            ClientOf(process), process.Clock, new MachineTime(process.Clock), new PartnerPatience(Timeout.InfiniteTimeSpan)));
        services.AddScoped<Sweep>();
        services.AddScoped<ISweep>(provider => provider.GetRequiredService<Whose>().Process.World.Sabotage.Sweep(provider.GetRequiredService<Sweep>()));
        services.AddScoped<RequestProcessor<PatronRequest, RequestEvent, RequestCommand>>(provider =>
            provider.GetRequiredService<Whose>().Process.World.Sabotage.Processor(provider) ?? provider.GetRequiredService<PatronRequestProcessor>());
        return services.BuildServiceProvider();
    }

    private static HttpClient ClientOf(Process process) => new(new LibrariesLine(process)) { Timeout = Timeout.InfiniteTimeSpan };

    private static void Add<T>(ServiceCollection services, Func<Process, T> make)
        where T : class => services.AddScoped(provider => make(provider.GetRequiredService<Whose>().Process));

    private static ServiceDescriptor PerProcess(ServiceDescriptor service)
    {
        var isOurs = service.ServiceType.Namespace?.StartsWith("Hkall", StringComparison.Ordinal) == true;
        if (!isOurs || service.IsKeyedService || service.Lifetime != ServiceLifetime.Singleton || service.ImplementationInstance is not null
            || Shared.Contains(service.ServiceType))
        {
            return service;
        }

        return service.ImplementationFactory is { } factory
            ? new ServiceDescriptor(service.ServiceType, factory, ServiceLifetime.Scoped)
            : new ServiceDescriptor(service.ServiceType, service.ImplementationType!, ServiceLifetime.Scoped);
    }

    /// <summary>Whose services they are.</summary>
    internal sealed class Whose
    {
        public Process Process { get; set; } = null!;
    }
}
