using System.Diagnostics;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>
/// Those who keep the service going, and do what they would do in life: a dead process is replaced, a call that got no answer
/// is repeated, time passes and what is due comes up.
/// </summary>
internal sealed class Callers : IAsyncDisposable
{
    private const int MostTries = 10;
    private static readonly TimeSpan AFewMinutes = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly bool _deaf;
    private readonly AService[] _services;
    private int _next;

    /// <param name="fates">One process for each; callers come to them in turns.</param>
    public Callers(World world, IReadOnlyList<Mishap> fates, bool deaf = false, bool tablesOnly = false)
    {
        (World, _deaf) = (world, deaf);
        _services = [.. fates.Select(fate => new AService(world, fate, deaf, tablesOnly))];
    }

    public World World { get; }

    /// <summary>The process that the next caller comes to.</summary>
    public AService Service => _services[_next];

    /// <summary>Makes the call until it is answered.</summary>
    /// <returns>The answer, and whether the call had to be repeated.</returns>
    public async Task<(T Answer, bool Repeated)> AskAsync<T>(Func<AService, Task<T>> call)
    {
        var asked = _next;
        _next = (_next + 1) % _services.Length;
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                var answer = await call(_services[asked]);
                if (!_services[asked].IsDead)
                {
                    return (answer, tries > 0);
                }
            }
            catch (OperationCanceledException) when (_services[asked].IsDead)
            {
                // The caller sees a broken connection.
            }
            catch (StorageUnavailableException)
            {
                // The caller sees 503.
            }

            await ReplaceAsync(asked);
        }

        throw new InvalidOperationException($"A call was not answered at {MostTries} tries.");
    }

    /// <summary>Time passes: what is due on the way is done at its time, and at the end the timer runs the sweep.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var to = World.Now + time;
        while (_services.Min(NextDue) is { } due && due <= to)
        {
            MoveTo(due);
            for (var desk = 0; desk < _services.Length; desk++)
            {
                await OnAsync(desk, RunDueAsync);
            }
        }

        MoveTo(to);
        for (var desk = 0; desk < _services.Length; desk++)
        {
            await OnAsync(desk, async here =>
            {
                await here.Pump.LookAsync(here.Stop);
                await here.Round.RunAsync(here.Stop);
                if (await here.Sweep.RunAsync(here.Stop) > 0)
                {
                    await here.Clock.LearnAsync(here.Sweep, here.Stop);
                }
            });
        }
    }

    /// <summary>A few minutes pass, and more of them while a message is in the hands of a process that has died.</summary>
    public async Task AFewMinutesLaterAsync()
    {
        var waited = Stopwatch.StartNew();
        do
        {
            await PassAsync(AFewMinutes);
        }
        while (await World.Stores.Queue.CountAsync(CancellationToken.None) > 0 && waited.Elapsed < LongestWait);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }

    private static DateTimeOffset? NextDue(AService service) => service.Pump.NextDue ?? Instants.Earlier(service.Clock.NextDue, service.Round.NextRun);

    private static async Task RunDueAsync(AService service)
    {
        var now = service.Get<TimeProvider>().GetUtcNow();
        while (!service.IsDead && NextDue(service) <= now)
        {
            await (service.Pump.NextDue is not null ? service.Pump.RunDueAsync(now, service.Stop)
                : service.Clock.NextDue <= now ? service.Clock.RunDueAsync(now, service.Stop)
                : service.Round.RunAsync(service.Stop));
        }
    }

    /// <summary>Work in the background: what fails is not repeated by anybody, it comes up again.</summary>
    private async Task OnAsync(int desk, Func<AService, Task> work)
    {
        try
        {
            await work(_services[desk]);
        }
        catch (OperationCanceledException) when (_services[desk].IsDead)
        {
        }
        catch (StorageUnavailableException)
        {
        }

        await ReplaceAsync(desk);
    }

    private async Task ReplaceAsync(int desk)
    {
        if (!_services[desk].IsDead)
        {
            return;
        }

        // What the dead one left behind: nothing may be there that the index does not lead to.
        await Books.ShouldBeFoundByTheIndexAsync(World);
        await _services[desk].DisposeAsync();
        var another = _services[desk] = new AService(World, Mishap.None, _deaf);
        await another.Clock.LearnAsync(another.Sweep, another.Stop);
    }

    private void MoveTo(DateTimeOffset instant)
    {
        if (instant > World.Now)
        {
            World.Clock.SetUtcNow(instant);
        }
    }
}
