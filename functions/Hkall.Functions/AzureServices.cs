using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Identity;
using Hkall.Functions.Scheduling;
using Hkall.Functions.Settings;
using Hkall.Functions.Upkeep;
using Hkall.Pages;
using Hkall.Pages.SigningIn;
using Hkall.Service;
using Hkall.Service.Circulation.Alma;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Iso18626.Exchange;
using Hkall.Service.Locating;
using Hkall.Service.Storage.Azure;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
#if COMMUNICATION_SERVICES
#endif

namespace Hkall.Functions;

/// <summary>Registers the service with everything that only Azure provides.</summary>
public static class AzureServices
{
    /// <summary>
    /// The longest timer the worker sets. It splits a longer wait into several, each of which costs storage requests. A queue of
    /// Azure Storage hides a message for at most seven days.
    /// </summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(6);

    /// <summary>How long a message the service reads from the queue stays hidden. Not used in this host: the queue trigger holds its messages itself.</summary>
    private static readonly TimeSpan InvisibleFor = TimeSpan.FromMinutes(5);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The shell is the host that chooses the clock: Azure's machines keep the right time.")]
    internal static TimeProvider RealTime => TimeProvider.System;

    public static void AddAzureServices(this IHostApplicationBuilder builder, AppSettings settings)
    {
        TokenCredential identity = settings.ClientId is { } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
        builder.AddServiceTelemetry(settings.ApplicationInsights, identity);
        builder.Services.AddSingleton(settings.MailLimits);
        builder.Services.AddSingleton(new GatewayOptions(settings.GatewayKey, settings.GatewayKeyPrevious));
        builder.Services.AddSingleton(settings.Sources);
        builder.Services.AddHkallService();
        builder.Services.AddPages();
        if (settings.Circulation is { } alma)
        {
            builder.Services.AddAlma(alma);
        }

        if (settings.Replies is { } replies)
        {
            builder.Services.AddSingleton(replies);
        }

        builder.Services.AddRecords(settings.RecordsAt, identity, settings.MalwareScanning);
        builder.Services.AddSingleton(new CallerAddresses(Forwarded: true));
        builder.Services.AddWaking();
        builder.Services.AddSingleton(settings.Schedules);
        builder.Services.AddSingleton<ServicePipeline>();
        builder.Services.AddSingleton(RealTime);
        builder.Services.AddSingleton(new MachineTime(RealTime));
        builder.Services.AddFinding(settings.Catalogues);
        builder.Services.AddSingleton(new InboxOptions(InvisibleFor));
        builder.Services.AddSingleton(new PublicAddress(() => settings.PublicAddress));
        builder.Services.AddSingleton(new DownloadTokens(settings.DownloadKey));
        builder.Services.AddSingleton(settings.PartnerSecrets);
        builder.Services.AddSingleton(new SignInOptions(settings.Issuer, settings.Audience, [], settings.MetadataAddress.AbsoluteUri)
        {
            Scope = settings.Scope,
            Fresh = settings.FreshSignIn,
        });
        builder.Services.AddCampusSignIn(new CampusClient(settings.ClientSecret));
        builder.Services.AddSingleton(PortalOrigins.Of(settings.Portals));
#if COMMUNICATION_SERVICES
        builder.Services.AddCommunicationMail(settings, identity);
#endif
    }

    private static void AddRecords(this IServiceCollection services, RecordsAt at, TokenCredential identity, bool malwareScanning)
    {
        var clients = at switch
        {
            RecordsAt.Account account => StorageClients.Connect(account.ConnectionString),
            RecordsAt.Services at1 => StorageClients.Connect(at1.Tables, at1.Blobs, at1.Queues, identity),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        services.AddSingleton(clients.Rows);
        services.AddSingleton(clients.Blobs);
        services.AddSingleton(clients.Queue);
        if (malwareScanning)
        {
            services.AddSingleton(clients.Defender);
        }

        if (at is RecordsAt.Account)
        {
            // In Azure the template creates the tables, and the app's identity has no right to.
            services.AddHostedService(_ => new RecordsMaker(clients));
        }
    }

    private static void AddWaking(this IServiceCollection services)
    {
        services.AddSingleton<DurableClientAccessor>();
        services.AddSingleton<ArmedTimers>();
        services.AddSingleton(RunRetries.Usual);
        services.AddSingleton<OrchestrationScheduler>();
        services.AddSingleton<IRequestScheduler>(provider => provider.GetRequiredService<OrchestrationScheduler>());
        services.AddSingleton<IScheduleLookup, OrchestrationStatus>();
        services.AddSingleton(WatchInterval.Usual);
        services.AddSingleton<UpkeepOnUse>();
        services.AddSingleton<FinishedOrchestrations>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<ISweep, AzureSweep>();
        services.Configure<DurableTaskWorkerOptions>(worker => worker.MaximumTimerInterval = LongestTimer);
    }

    /// <summary>Creates the tables, containers and the queue where they are missing.</summary>
    private sealed class RecordsMaker(StorageClients clients) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => clients.EnsureCreatedAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
