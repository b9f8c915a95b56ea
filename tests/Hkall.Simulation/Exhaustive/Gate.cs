using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Exhaustive;

/// <summary>
/// Lets the calls of two processes pass one after the other, in an order that is given: at each place where either could go next,
/// which of them goes. So every order is tried, and none twice.
/// </summary>
/// <param name="settled">From then on the order changes nothing any more, and is left as it comes.</param>
public sealed class Gate(Stage stage, IReadOnlyList<int> choices, Func<bool> settled)
{
    private readonly Queue<Action>[] _waiting = [new(), new()];
    private readonly List<int> _taken = [];

    /// <summary>What was chosen where there was a choice; what was not given is the first.</summary>
    public IReadOnlyList<int> Taken => _taken;

    /// <param name="machine">1 or 2.</param>
    public void Wait(int machine, Action call) => _waiting[machine - 1].Enqueue(call);

    /// <summary>The next call goes to the store.</summary>
    /// <returns>False where nobody waits.</returns>
    public bool Next()
    {
        if (_waiting[0].Count == 0 && _waiting[1].Count == 0)
        {
            return false;
        }

        var next = 0;
        if (_waiting[0].Count > 0 && _waiting[1].Count > 0)
        {
            if (!settled())
            {
                next = _taken.Count < choices.Count ? choices[_taken.Count] : 0;
                _taken.Add(next);
            }
        }
        else if (_waiting[0].Count == 0)
        {
            next = 1;
        }

        var passed = false;
        var call = _waiting[next].Dequeue();
        stage.After(TimeSpan.Zero, () =>
        {
            passed = true;
            call();
        });
        while (!passed)
        {
            stage.Step();
        }

        return true;
    }

    /// <summary>The choices of the next order to try; null where all have been tried.</summary>
    public static IReadOnlyList<int>? After(IReadOnlyList<int> taken)
    {
        for (var last = taken.Count - 1; last >= 0; last--)
        {
            if (taken[last] == 0)
            {
                return [.. taken.Take(last), 1];
            }
        }

        return null;
    }
}
