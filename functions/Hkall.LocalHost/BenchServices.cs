using System.Diagnostics.CodeAnalysis;
using Hkall.Domain.Calendar;
using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Catalogue;
using Hkall.LocalHost.Circulation;
using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.LocalHost.Mail;
using Hkall.LocalHost.Pages;
using Hkall.LocalHost.People;
using Hkall.LocalHost.Sources;
using Hkall.Service.Circulation;
using Hkall.Service.Citing;
using Hkall.Service.Downloads.Scanning;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Locating;
using Hkall.Service.Notices;
using Hkall.Service.OpeningDays;
using Hkall.Service.Outwards;
using Hkall.Service.Policies;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;
using Hkall.Service.Storage;
using Hkall.Service.Upkeep;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.LocalHost;

/// <summary>Registers what only the bench has. <see cref="BenchHost"/> adds the service, its stores and <see cref="Endpoints.StorageCounts"/>.</summary>
public static class BenchServices
{
    /// <summary>The bench's libraries are on its own machine.</summary>
    internal static OutwardReach Reach { get; } = new(ThisMachine: true);

    /// <param name="real">Real time; a test may replace it.</param>
    /// <exception cref="BadArgumentException">The data folder cannot be used.</exception>
    public static IServiceCollection AddBench(this IServiceCollection services, BenchArguments arguments, TimeProvider real)
    {
        services.AddSingleton(arguments);
        services.AddSingleton(arguments.Storage is BenchStorage.Memory ? BenchFolder.None : FolderAt(arguments.Data));
        services.AddSingleton<BenchAddress>();
        services.AddSingleton(Reach);
        services.AddClock(arguments, real);
        services.AddSingleton<BenchIssuer>();
        services.AddSingleton<MailCatcher>();
        services.AddSingleton<IMailer>(provider => provider.GetRequiredService<MailCatcher>());
        services.AddSingleton<BenchCirculation>();
        services.AddSingleton<ICirculation>(provider => provider.GetRequiredService<BenchCirculation>());
        services.AddSingleton(_ => SampleCatalogue.Load());
        services.AddSingleton<IOwnHoldings, OurShelves>();
        services.AddFinding(arguments);
        services.AddSources(arguments);
        if (arguments.Imap is { } imap)
        {
            services.AddSingleton(imap);
        }

        if (arguments.Clamd is { } clamd)
        {
            services.AddSingleton(clamd);
            services.AddSingleton<IFileScanner>(
                provider => new ClamdScanner(clamd, provider.GetRequiredService<IBlobs>(), provider.GetRequiredService<MachineTime>()));
        }

        services.AddLibraries(arguments.SimulatedPartners);
        services.AddBenchPages();
        return services;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The bench is the host that chooses the clock: its own, which it reckons from the machine's.")]
    public static TimeProvider RealTime => TimeProvider.System;

    /// <summary>A catalogue's holdings name a library by its symbol.</summary>
    private static void AddFinding(this IServiceCollection services, BenchArguments arguments)
    {
        if (arguments.Catalogue is not { } address)
        {
            services.AddSingleton<ILocator>(provider => provider.GetRequiredService<SampleCatalogue>());
            return;
        }

        var symbols = SeedPartners.Read().Where(entry => SeedPartners.HasSystem(entry)).Select(entry => entry.Symbol);
        services.AddFinding(
            [new Service.Locating.Catalogue { Name = "bench", Address = address, Libraries = symbols.ToDictionary(symbol => symbol, symbol => symbol) }]);
    }

    /// <summary>The sample sources, which need no network, unless others are named.</summary>
    private static void AddSources(this IServiceCollection services, BenchArguments arguments)
    {
        services.AddSingleton(SourceSettings.Below(arguments.Sources ?? SampleSources.Address, SampleSources.Contact));
        if (arguments.Sources is null)
        {
            services.AddSingleton<SampleSources>();
            services.AddSingleton(provider => new SourceTransport(provider.GetRequiredService<SampleSources>));
        }
    }

    private static BenchFolder FolderAt(string path)
    {
        try
        {
            return BenchFolder.At(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadArgumentException($"--data needs a folder that can be written to: {failure.Message}");
        }
    }

    private static void AddClock(this IServiceCollection services, BenchArguments arguments, TimeProvider real)
    {
        services.AddSingleton(provider => new BenchClock(arguments.Pace, arguments.Now, provider.GetRequiredService<BenchFolder>(), real));
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<BenchClock>());
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<Func<IDueRequestProcessor>>(provider => provider.GetRequiredService<IDueRequestProcessor>);
        services.AddSingleton<Func<IPartnerInbox>>(provider => provider.GetRequiredService<IPartnerInbox>);
        services.AddSingleton<PartnerPump>();
        services.AddSingleton<LocalScheduler>();
        services.AddSingleton<IRequestScheduler>(provider => provider.GetRequiredService<LocalScheduler>());
        services.AddSingleton<IScheduleLookup>(provider => provider.GetRequiredService<LocalScheduler>());

        // Messages first, so that a message is processed before a deadline of the same instant.
        services.AddSingleton(provider => new BenchDriver(
            provider.GetRequiredService<BenchClock>(),
            provider.GetRequiredService<WorkSignal>(),
            [
                provider.GetRequiredService<PartnerPump>(),
                provider.GetRequiredService<LocalScheduler>(),
                PeriodicJob.OfMovedDates(provider.GetRequiredService<IDateMover>, provider.GetRequiredService<ILogger<PeriodicJob>>()),
                PeriodicJob.OfThePost(
                    provider.GetRequiredService<IQueuedMailSender>, provider.GetRequiredService<Jobs>, provider.GetRequiredService<ILogger<PeriodicJob>>()),
                PeriodicJob.OfReplies(
                    provider.GetRequiredService<IReplies>, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PeriodicJob>>()),
                PeriodicJob.OfRetention(
                    provider.GetRequiredService<IRetention>, provider.GetRequiredService<Jobs>, provider.GetRequiredService<ILogger<PeriodicJob>>()),
                provider.GetRequiredService<SimulatedLibraries>(),
            ]));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Housekeeping>(provider, real));
        services.AddHostedService(provider => provider.GetRequiredService<Housekeeping>());
    }

    private static void AddLibraries(this IServiceCollection services, bool simulated)
    {
        services.TryAddSingleton(_ => new LibraryCalendar(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date)));
        services.AddSingleton(provider => new LibraryList(provider.GetRequiredService<BenchFolder>(), simulated));
        services.AddSingleton<ICallbacks>(provider => new Callbacks(
            new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Callbacks.Patience },
            provider.GetRequiredService<TimeProvider>(),
            () => provider.GetRequiredService<BenchAddress>().Url,
            provider.GetRequiredService<LibrarySpeech>(),
            provider.GetRequiredService<OwnLibrary>));
        services.AddSingleton<LibrarySpeech>();
        services.AddSingleton<SeededDirectory>();
        services.AddSingleton(provider => new SimulatedBorrowers(
            new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Callbacks.Patience },
            provider.GetRequiredService<BenchFolder>(),
            provider.GetRequiredService<TimeProvider>(),
            () => provider.GetRequiredService<BenchAddress>().Url));
        services.AddSingleton<SimulatedLibraries>();
    }
}
