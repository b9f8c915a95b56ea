using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Simulation.Invariants;
using Hkall.Simulation.Running;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Processes;

/// <summary>
/// Whoever calls the service from outside, and does what they would do in life: a call that got no answer, or was told to come
/// again, is repeated later and may reach another process.
/// </summary>
public sealed class Callers(World world)
{
    /// <summary>After this time without an answer a caller gives it up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Tries at a call. An outage takes an hour, and then one gets through.</summary>
    private const int MostTries = 200;

    private readonly Dice _dice = world.Dice.Fork(0xCA11);

    /// <summary>Calls that have not been answered yet.</summary>
    public int Waiting { get; private set; }

    /// <summary>Calls until there is an answer.</summary>
    /// <param name="begun">Told before each try, since each may leave something behind.</param>
    public void Ask<T>(string what, Func<Process, Task<T>> call, Action<T> answered, Action? begun = null)
    {
        Waiting++;
        Try(new Question<T>(what, call, answered, begun), 1);
    }

    private void Try<T>(Question<T> question, int number)
    {
        if (number > MostTries)
        {
            world.Ledger.Fail(Invariant.I6, $"A call was not answered at {MostTries} tries: {question.What}.");
            return;
        }

        if (world.AnyProcess(_dice) is not { } process)
        {
            Later(question, number);
            return;
        }

        question.Begun?.Invoke();
        var attempt = new Attempt(() => Later(question, number));
        process.Begin(attempt);
        world.Stage.Start(() => _ = TryAsync(question, number, process, attempt));
    }

    private async Task TryAsync<T>(Question<T> question, int number, Process process, Attempt attempt)
    {
        T answer;
        try
        {
            answer = await question.Call(process);
        }
        catch (Exception comeAgain) when (comeAgain is StorageUnavailableException or RequestBusyException)
        {
            if (attempt.End())
            {
                process.End(attempt);
                Later(question, number);
            }

            return;
        }
#pragma warning disable CA1031 // Whatever it is, the run says so.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            world.Ledger.Fail(Invariant.I6, $"{question.What} threw: {unexpected}");
            return;
        }

        process.Waker.ExpectRound();
        if (attempt.End())
        {
            process.End(attempt);
            Waiting--;
            question.Answered(answer);
        }
    }

    private void Later<T>(Question<T> question, int number) =>
        world.Stage.After(_dice.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(Math.Min(number, 10))), () => Try(question, number + 1));

    private sealed record Question<T>(string What, Func<Process, Task<T>> Call, Action<T> Answered, Action? Begun);
}

/// <summary>One try at a call. It ends once: with an answer, or without.</summary>
public sealed class Attempt(Action broken)
{
    private bool _over;

    /// <returns>False where the caller no longer waits.</returns>
    public bool End()
    {
        var first = !_over;
        _over = true;
        return first;
    }

    /// <summary>The caller gets no answer.</summary>
    public void Break()
    {
        if (End())
        {
            broken();
        }
    }
}
