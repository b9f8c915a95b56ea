using System.Collections.Frozen;
using System.Text.Json;
using Hkall.Domain;

namespace Hkall.Simulation.Invariants;

/// <summary>From which status the trade goes to which: read from its table as it was approved (tests/Hkall.Domain.Tests/Table/answers.txt).</summary>
public static class Moves
{
    private const string Decided = "DECIDED ";
    private const string To = "-> ";

    private static readonly FrozenSet<RequestStatus> First =
        new[] { RequestStatus.InReview, RequestStatus.AwaitingDeclaration, RequestStatus.Sourcing }.ToFrozenSet();

    private static readonly FrozenSet<(RequestStatus From, RequestStatus To)> Table = Read().ToFrozenSet();

    public static bool Allowed(RequestStatus? from, RequestStatus to) => from is { } before ? before == to || Table.Contains((before, to)) : First.Contains(to);

    private static HashSet<(RequestStatus, RequestStatus)> Read()
    {
        var moves = new HashSet<(RequestStatus, RequestStatus)>();
        var from = RequestStatus.InReview;
        using var reader = new StreamReader(typeof(Moves).Assembly.GetManifestResourceStream("answers.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                from = StatusOf(line[(line.LastIndexOf('[') + 1)..]);
            }
            else if (line.IndexOf(Decided + To, StringComparison.Ordinal) is >= 0 and var at)
            {
                moves.Add((from, StatusOf(line[(at + Decided.Length + To.Length)..])));
            }
        }

        return moves;
    }

    private static RequestStatus StatusOf(string text) =>
        JsonSerializer.Deserialize<RequestStatus>($"\"{text[..text.IndexOf(',', StringComparison.Ordinal)]}\"");
}
