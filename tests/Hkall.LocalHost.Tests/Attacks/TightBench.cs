using Hkall.Service.Policies;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>A bench whose limits are near, but for the messages of the library that floods.</summary>
public sealed class TightBench : AttackBench
{
    public const int Parked = 20;
    public const int Searches = 20;
    public const int Cancels = 5;
    public const int Placings = 6;
    public const int Strangers = 12;

    public static void Tight(IServiceCollection services) => services.AddSingleton(PolicyFile.Default() with
    {
        Limits = new LimitPolicy
        {
            Placing = new RateLimit(Placings, 60),
            Cancelling = new RateLimit(Cancels, 600),
            Searching = new RateLimit(Searches, 600),
            PartnerMessages = new RateLimit(100_000, 10),
            PartnerMegabytes = new RateLimit(8, 600),
            Strangers = new RateLimit(Strangers, 600),
            ParkedPerLibrary = Parked,
        },
    });

    /// <summary>Why messages about the request were parked.</summary>
    public async Task<IReadOnlyList<string?>> ParkedOfAsync(string id) =>
    [
        .. (await Bench.LendingStaff().ParkedAsync()).Where(parked => parked.At("body")!.Contains(id, StringComparison.Ordinal))
            .Select(parked => parked.At("why")),
    ];

    protected override void Adapt(IServiceCollection services) => Tight(services);
}
