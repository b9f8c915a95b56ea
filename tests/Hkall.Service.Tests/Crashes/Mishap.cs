using Hkall.Service.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>What goes wrong at one storage call.</summary>
public enum Fault
{
    None,

    /// <summary>The process is killed and the call never reaches the store.</summary>
    KilledBefore,

    /// <summary>The store has done it, and the process is killed before it sees the reply.</summary>
    KilledAfter,

    /// <summary>The store does not answer, and has done nothing.</summary>
    DownBefore,

    /// <summary>The store has done it, and no reply to any try comes back.</summary>
    DownAfter,

    /// <summary>The reply is lost and the storage client sends the same once more, as it does by itself.</summary>
    ReplyLost,
}

/// <summary>
/// The fate of one process: it counts the storage calls and has something go wrong at one of them. It goes through the desk's
/// code as a cancellation does, which nothing catches to carry on.
/// </summary>
internal sealed class Mishap(Fault fault, Func<int, bool> strikes) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private int _calls;

    public Mishap(Fault fault, int at)
        : this(fault, call => call == at)
    {
    }

    public static Mishap None => new(Fault.None, 0);

    /// <summary>Storage calls so far.</summary>
    public int Calls => _calls;

    public bool IsDead => _stop.IsCancellationRequested;

    /// <summary>Cancelled when the process dies.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <exception cref="HostKilled">The process is dead: nothing it does has any effect.</exception>
    public void ThrowIfDead()
    {
        if (IsDead)
        {
            throw new HostKilled();
        }
    }

    public async Task<T> AroundAsync<T>(Func<Task<T>> call)
    {
        ThrowIfDead();
        if (!strikes(Interlocked.Increment(ref _calls)))
        {
            return await call();
        }

        switch (fault)
        {
            case Fault.KilledBefore:
                throw Kill();
            case Fault.KilledAfter:
                await call();
                throw Kill();
            case Fault.DownBefore:
                throw new StorageUnavailableException("The store does not answer.");
            case Fault.DownAfter:
                await call();
                throw new StorageUnavailableException("The store does not answer.");
            case Fault.ReplyLost:
                await call();
                return await call();
            default:
                return await call();
        }
    }

    public void Dispose() => _stop.Dispose();

    private HostKilled Kill()
    {
        _stop.Cancel();
        return new HostKilled();
    }
}

/// <summary>The end of a process, at the point where it was killed.</summary>
public sealed class HostKilled() : OperationCanceledException("The process was killed.");
