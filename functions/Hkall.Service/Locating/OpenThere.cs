using Hkall.Service.Engine;

namespace Hkall.Service.Locating;

/// <summary>
/// How many requests of ours are open at each library. It is computed only if a library has set a limit, and cached for a while:
/// exceeding a limit by one or two does no harm, and the count reads every open request.
/// </summary>
public sealed class OpenThere(OpenRequests requests, MachineTime machine)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private (IReadOnlyDictionary<string, int> Counts, long Since)? _kept;

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            if (_kept is { } kept && machine.Clock.GetElapsedTime(kept.Since) < KeptFor)
            {
                return kept.Counts;
            }

            var counts = (await requests.AllAsync(cancellation))
                .Where(request => request.Supplier is not null)
                .CountBy(request => request.Supplier!.Symbol)
                .ToDictionary(StringComparer.Ordinal);
            _kept = (counts, machine.Clock.GetTimestamp());
            return counts;
        }
        finally
        {
            _looking.Release();
        }
    }
}
