using Hkall.LocalHost.Clock;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Locating;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Kit;
using Hkall.Service.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Tests.Crashes;

/// <summary>One process of the service: the real desk with its own memory, over stores that may fail it. Only HTTP is left out.</summary>
internal sealed class AService : IAsyncDisposable
{
    private readonly Mishap _mishap;
    private readonly ServiceProvider _services;

    /// <param name="deaf">Every nudge is lost, so that only the sweep is left.</param>
    /// <param name="tablesOnly">Files and messages are spared the mishap.</param>
    public AService(World world, Mishap mishap, bool deaf = false, bool tablesOnly = false)
    {
        _mishap = mishap;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHkallService();
        services.AddSingleton(world.Book);
        services.AddSingleton(world.MailLimits);
        services.AddSingleton(World.DefaultPolicy with { Retention = world.Retention });
        services.AddSingleton(World.Renderer);
        services.AddSingleton<TimeProvider>(world.Clock);
        services.AddSingleton(new MachineTime(world.Machine));
        services.AddSingleton<IRows>(new CrashingRows(world.Stores.Rows, mishap));
        services.AddSingleton<IBlobs>(tablesOnly ? world.Stores.Blobs : new CrashingBlobs(world.Stores.Blobs, mishap));
        services.AddSingleton<IMessageQueue>(tablesOnly ? world.Stores.Queue : new CrashingQueue(world.Stores.Queue, mishap));
        services.AddSingleton<IMailer>(new CrashingMailer(world.Post, mishap));
        services.AddSingleton<ILocator>(world.Lenders);
        services.AddHttpClient<PartnerHttpClient>().ConfigurePrimaryHttpMessageHandler(() => world.Lenders.ServeTo(mishap));
        services.AddSingleton(new PublicAddress(() => new Uri("https://hkall.library.example")));
        services.AddSingleton(new DownloadTokens(new byte[32]));
        services.AddSingleton(Directories.Keys);
        services.AddSingleton(new InboxOptions(world.InvisibleFor));
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<Func<IDueRequestProcessor>>(provider => provider.GetRequiredService<IDueRequestProcessor>);
        services.AddSingleton<Func<IPartnerInbox>>(provider => provider.GetRequiredService<IPartnerInbox>);
        services.AddSingleton<PartnerPump>();
        services.AddSingleton<LocalScheduler>();
        services.AddSingleton<IRequestScheduler>(provider => provider.GetRequiredService<LocalScheduler>());
        _services = services.BuildServiceProvider();
        Clock.DropNudges = deaf;
    }

    public bool IsDead => _mishap.IsDead;

    public CancellationToken Stop => _mishap.Stop;

    public PlacingService Placing => Get<PlacingService>();

    public PatronRequestProcessor Requests => Get<PatronRequestProcessor>();

    public MyRequestsService Mine => Get<MyRequestsService>();

    public Envelopes Envelopes => Get<Envelopes>();

    public PartnerInbox Inbox => Get<PartnerInbox>();

    public IDueRequestProcessor Turns => Get<IDueRequestProcessor>();

    public ISweep Sweep => Get<ISweep>();

    public LocalScheduler Clock => Get<LocalScheduler>();

    public IQueuedMailSender Round => Get<IQueuedMailSender>();

    public PartnerPump Pump => Get<PartnerPump>();

    public IBlobs Blobs => Get<IBlobs>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _mishap.Dispose();
    }
}
