using System.Runtime.CompilerServices;

namespace Hkall.Domain.Tests.Properties;

/// <summary>Checks a property on some thousands of walks. What fails is shortened to the moves that it needs, and told in words.</summary>
internal static class ForEveryWalk
{
    public const int Walks = 3000;

    /// <summary>Every walk is walked once and looked at by every property; one on which a rule throws is null here and looked at again below.</summary>
    public static Lazy<IReadOnlyList<IReadOnlyList<Step>?>> Walked { get; } = new(
        () => [.. Enumerable.Range(0, Walks).Select(number => TryWalk(Move.WalkNumber(number)))]);

    public static void EachStep(Action<Step> holds, [CallerMemberName] string property = "") => Whole(
        steps =>
        {
            foreach (var step in steps)
            {
                holds(step);
            }
        },
        property);

    public static void Whole(Action<IReadOnlyList<Step>> holds, [CallerMemberName] string property = "")
    {
        for (var number = 0; number < Walks; number++)
        {
            if (Walked.Value[number] is { } steps && Broken(() => steps, holds) is null)
            {
                continue;
            }

            var needed = Shortened(Move.WalkNumber(number), holds);
            var told = string.Join('\n', Told(needed));
            Assert.Fail($"{property} does not hold on walk {number}:\n{told}\n{Broken(() => [.. Walk.Play(needed)], holds)}");
        }
    }

    private static IReadOnlyList<Move> Shortened(IReadOnlyList<Move> moves, Action<IReadOnlyList<Step>> holds)
    {
        for (var i = moves.Count - 1; i >= 0; i--)
        {
            Move[] without = [.. moves.Take(i), .. moves.Skip(i + 1)];
            if (without.Length > 0 && Broken(() => [.. Walk.Play(without)], holds) is not null)
            {
                moves = without;
            }
        }

        return moves;
    }

    private static IReadOnlyList<Step>? TryWalk(IReadOnlyList<Move> moves)
    {
        IReadOnlyList<Step>? steps = null;
        return Broken(() => [.. Walk.Play(moves)], walked => steps = walked) is null ? steps : null;
    }

    private static string? Broken(Func<IReadOnlyList<Step>> walk, Action<IReadOnlyList<Step>> holds)
    {
        try
        {
            holds(walk());
            return null;
        }
        catch (Exception broken)
        {
            return broken.ToString();
        }
    }

    private static IEnumerable<string> Told(IReadOnlyList<Move> moves)
    {
        using var steps = Walk.Play(moves).GetEnumerator();
        while (true)
        {
            string told;
            try
            {
                if (!steps.MoveNext())
                {
                    yield break;
                }

                told = steps.Current.ToString();
            }
            catch (Exception broken)
            {
                told = $"then it broke: {broken.Message}";
            }

            yield return told;
            if (told.StartsWith("then", StringComparison.Ordinal))
            {
                yield break;
            }
        }
    }
}
