namespace Hkall.Service.Citing;

/// <summary>
/// Recent answers of sources: a patron looks a citation up, sees the options and places the request within minutes. An answer that
/// could not tell is not kept: the circuit breaker spares a source that does not answer.
/// </summary>
public sealed class SourceCache<T>(TimeProvider machine)
    where T : class
{
    /// <summary>The most answers; each takes a few kilobytes at most.</summary>
    private const int Most = 2_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Source, string Key), (T Answer, long Since)> _answers = [];

    public async Task<T> AskAsync(string source, string key, Func<T, bool> isWorthKeeping, Func<Task<T>> ask)
    {
        lock (_lock)
        {
            if (_answers.TryGetValue((source, key), out var kept) && machine.GetElapsedTime(kept.Since) < KeptFor)
            {
                return kept.Answer;
            }
        }

        var answer = await ask();
        if (isWorthKeeping(answer))
        {
            lock (_lock)
            {
                if (_answers.Count >= Most)
                {
                    _answers.Clear();
                }

                _answers[(source, key)] = (answer, machine.GetTimestamp());
            }
        }

        return answer;
    }
}
