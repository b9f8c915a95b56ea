using CsCheck;

namespace Hkall.Domain.Tests.Properties;

/// <summary>
/// One throw of the dice: what arrives, from which library, under which message id, and how long after the last thing. What it
/// comes to depends on where the request stands; see <see cref="Walk"/>.
/// </summary>
internal sealed record Move(int Kind, int Library, int Message, int Pause)
{
    public const int Kinds = 68;

    public const int LongestWalk = 60;

    /// <summary>Another seed gives other walks.</summary>
    private const ulong Seed = 20261123;

    private static readonly Gen<Move[]> Walks = Gen
        .Select(
            Gen.Int[0, Kinds - 1], Gen.Int[0, 4], Gen.Int[0, 40], Gen.Int[0, 11], (kind, library, message, pause) => new Move(kind, library, message, pause))
        .Array[1, LongestWalk];

    /// <summary>The walk of that number: the same on every machine and in every run.</summary>
    public static Move[] WalkNumber(int number) => Walks.Generate(new PCG((uint)number, Seed), null, out _);
}
