using System.Runtime.CompilerServices;

namespace Hkall.Requests.Tests.Properties;

/// <summary>Checks a property on some thousands of walks. What fails is shortened to the moves that it needs, and told in words.</summary>
internal static class ForEveryWalk
{
    public const int Walks = 3000;

    private static readonly Lazy<Move[][]> All = new(() => [.. Enumerable.Range(0, Walks).Select(Move.WalkNumber)]);

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
            var moves = All.Value[number];
            if (Broken(moves, holds) is null)
            {
                continue;
            }

            var needed = Shortened(moves, holds);
            var told = string.Join('\n', Told(needed));
            Assert.Fail($"{property} does not hold on walk {number}:\n{told}\n{Broken(needed, holds)}");
        }
    }

    private static IReadOnlyList<Move> Shortened(IReadOnlyList<Move> moves, Action<IReadOnlyList<Step>> holds)
    {
        for (var i = moves.Count - 1; i >= 0; i--)
        {
            Move[] without = [.. moves.Take(i), .. moves.Skip(i + 1)];
            if (without.Length > 0 && Broken(without, holds) is not null)
            {
                moves = without;
            }
        }

        return moves;
    }

    private static string? Broken(IReadOnlyList<Move> moves, Action<IReadOnlyList<Step>> holds)
    {
        try
        {
            holds([.. Walk.Play(moves)]);
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
