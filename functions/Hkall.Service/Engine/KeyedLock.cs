namespace Hkall.Service.Engine;

/// <summary>
/// Makes changes to one request wait for each other within a process instead of colliding. This only saves retries: between
/// processes the stored version decides.
/// </summary>
public sealed class KeyedLock
{
    private readonly Dictionary<string, Waiting> _waiting = [];

    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellation)
    {
        Waiting waiting;
        lock (_waiting)
        {
            if (!_waiting.TryGetValue(key, out waiting!))
            {
                _waiting[key] = waiting = new Waiting();
            }

            waiting.Count++;
        }

        try
        {
            await waiting.Gate.WaitAsync(cancellation);
        }
        catch
        {
            Leave(key, waiting);
            throw;
        }

        return new Exit(this, key, waiting);
    }

    private void Leave(string key, Waiting waiting)
    {
        lock (_waiting)
        {
            if (--waiting.Count == 0)
            {
                _waiting.Remove(key);
            }
        }
    }

    private sealed class Waiting
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Count { get; set; }
    }

    private sealed class Exit(KeyedLock owner, string key, Waiting waiting) : IDisposable
    {
        private bool _left;

        public void Dispose()
        {
            if (_left)
            {
                return;
            }

            _left = true;
            waiting.Gate.Release();
            owner.Leave(key, waiting);
        }
    }
}
