using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Kit;
using Hkall.Service.Tests.Notices;
using Hkall.Service.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Crashes;

/// <summary>All there is outside the desk's processes and outlives them: the time, the stores, the post and the libraries.</summary>
internal sealed class World
{
    /// <summary>A Monday at nine in Hong Kong.</summary>
    public static readonly DateTimeOffset Opening = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));

    private World(FakeTimeProvider clock, Stores stores, bool postCanTell)
    {
        (Clock, Stores, Post) = (clock, stores, new PostOffice(postCanTell));
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>The time by which caches expire; standing still, it keeps them for ever.</summary>
    public TimeProvider Machine { get; private init; } = new FakeTimeProvider();

    public Stores Stores { get; }

    public PostOffice Post { get; }

    public Lenders Lenders { get; } = new();

    public RuleBook Book { get; init; } = new(new Policy(), Calendar);

    public MailLimits MailLimits { get; init; } = MailLimits.None;

    public RetentionPolicy Retention { get; set; } = new();

    /// <summary>The policy of this build. The tests of crashes start thousands of processes, and reading it takes as long as a call.</summary>
    public static PolicyDocument DefaultPolicy { get; } = PolicyFile.Default();

    /// <summary>The rule book of that policy.</summary>
    public static RuleBook DefaultBook { get; } = PolicyFile.RuleBookOf(DefaultPolicy);

    public static NoticeRenderer Renderer => NoticeTexts.Renderer;

    /// <summary>How long a message is invisible: in Azurite it passes in real time, and is waited for.</summary>
    public TimeSpan InvisibleFor { get; init; } = TimeSpan.FromSeconds(10);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<World> InMemoryAsync(bool postCanTell = true, Policy? policy = null, bool cachesExpire = true, MailLimits? mailLimits = null)
    {
        var clock = new FakeTimeProvider(Opening);
        var world = new World(clock, Stores.InMemory(clock), postCanTell)
        {
            Machine = cachesExpire ? clock : new FakeTimeProvider(),
            Book = new RuleBook(policy ?? new Policy(), Calendar),
            MailLimits = mailLimits ?? MailLimits.None,
        };
        await world.RegisterAsync();
        return world;
    }

    public static async Task<World> InAzuriteAsync(AzuriteFixture azurite, Policy? policy = null, bool cachesExpire = true)
    {
        var clock = new FakeTimeProvider(Opening);
        var world = new World(clock, await azurite.OpenAsync(), postCanTell: true)
        {
            Machine = cachesExpire ? clock : new FakeTimeProvider(),
            InvisibleFor = TimeSpan.FromSeconds(1),
            Book = new RuleBook(policy ?? new Policy(), Calendar),
        };
        await world.RegisterAsync();
        return world;
    }

    /// <summary>The same world as one sees it who watches what goes to the stores.</summary>
    /// <param name="invisibleFor">How long a message is invisible; as in this world unless given.</param>
    public World Over(IRows rows, IMessageQueue? queue = null, TimeSpan? invisibleFor = null) =>
        new(Clock, Stores with { Rows = rows, Queue = queue ?? Stores.Queue }, Post.CanTell)
        {
            Machine = Machine,
            Book = Book,
            MailLimits = MailLimits,
            Retention = Retention,
            InvisibleFor = invisibleFor ?? InvisibleFor,
        };

    private Task RegisterAsync() =>
        Directories.Over(Stores.Rows, Machine).PutAsync(Lenders.All, CancellationToken.None);
}
