using System.Text;
using System.Text.Json;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Table;

/// <summary>The whole table in words: one line for every place a request can stand in and everything that can arrive.</summary>
internal static class Answers
{
    public static string Written()
    {
        var text = new StringBuilder("What every request answers to everything. Written by the tests; see Kit/Approved.cs.\n");
        foreach (var (situation, request) in Situations.All)
        {
            text.Append($"\n== {situation} [{Names.Of(request.Status)}, {Waits(request.Request.Deadline)}] ==\n");
            foreach (var (name, answer) in Lines(request))
            {
                text.Append($"{name,-34} {answer}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What a sender hears to most of its messages is written once, after the others.</summary>
    private static IEnumerable<(string Name, string Answer)> Lines(ARequest request) =>
        from row in Commands.For(request)
        group (row.Name, Answer: Answer(request, request.Decide(row.Command, row.At))) by SenderIn(row.Name) into sender
        from line in sender.Key is null ? sender : Folded(sender.Key, [.. sender])
        select line;

    private static IEnumerable<(string Name, string Answer)> Folded(string sender, IReadOnlyList<(string Name, string Answer)> lines)
    {
        var usual = lines.GroupBy(line => line.Answer).MaxBy(same => same.Count())!;
        return lines.Where(line => line.Answer != usual.Key).Append(($"any other message {sender}", usual.Key));
    }

    private static string? SenderIn(string name) => name.EndsWith(')') ? name[name.LastIndexOf('(')..] : null;

    internal static string Answer(ARequest before, Decision<PatronRequest, RequestEvent> decision) => decision switch
    {
        Decided<PatronRequest, RequestEvent> decided =>
            $"DECIDED {Change(before.Request, decided.Request)} [{Events(decided.Events)}]{Effects(decided.Effects)}",
        Ignored<PatronRequest, RequestEvent> ignored => $"ignored {ignored.Why}{Effects(ignored.Effects)}",
        Refused<PatronRequest, RequestEvent> refused => $"REFUSED {Names.Of(refused.Refusal)}: {refused.Why}",
        _ => throw new InvalidOperationException("There are three answers."),
    };

    private static string Change(PatronRequest before, PatronRequest after) => before.Status == after.Status
        ? $"{Names.Of(after.Status)}, {Waits(after.Deadline)}"
        : $"-> {Names.Of(after.Status)}, {Waits(after.Deadline)}";

    private static string Waits(Deadline? deadline) => deadline is null ? "closed" : $"awaits {Names.Of(deadline.For)}";

    private static string Events(IReadOnlyList<RequestEvent> events) => string.Join(
        ", ", events.Where(happened => happened is not (MessageHeard or DeadlineSet)).Select(NameOf));

    private static string Effects(IReadOnlyList<Effect> effects) =>
        effects.Count == 0 ? string.Empty : $" => {string.Join(", ", effects.Select(effect => effect.Kind))}";

    private static string NameOf(RequestEvent happened) =>
        JsonSerializer.SerializeToElement(happened).GetProperty("event").GetString()!;
}
