using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Messaging;

/// <summary>Staff wrote to the patron. That answers what the patron wrote before.</summary>
public sealed record PatronWrittenTo(PatronMessage Message, [PersonsWords] string? Words) : RequestEvent
{
    /// <summary>The last day on which staff wait for the patron's answer; null if they do not wait.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AnswerBy { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { UnreadFromPatron = null };
}

/// <summary>Staff wrote to a library. That answers what libraries wrote before.</summary>
public sealed record LibraryWrittenTo([Id] string Symbol, [PersonsWords] string Words) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { UnreadFromLibraries = null };
}

/// <summary>The patron wrote to staff.</summary>
public sealed record PatronWrote([PersonsWords] string Words) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        UnreadFromPatron = UnreadMessages.After(request.UnreadFromPatron, at),
        PatronWroteAt = [.. (request.PatronWroteAt ?? []).TakeLast(MessagePolicy.MostADay - 1), at],
    };
}

/// <summary>Staff read what was written, and did not answer it.</summary>
public sealed record MessagesRead : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { UnreadFromLibraries = null, UnreadFromPatron = null };
}

/// <summary>A deadline of staff stands still until the patron answers a question, or until a day has passed.</summary>
/// <param name="Stopped">What the request waited for.</param>
/// <param name="Left">How much time was left of that.</param>
public sealed record AnswerAwaited(DateOnly By, DeadlineKind Stopped, TimeSpan Left) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Awaited = new AwaitedAnswer(By, Stopped, Left) };
}
