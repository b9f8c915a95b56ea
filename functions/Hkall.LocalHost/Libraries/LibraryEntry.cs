using System.Text.Json.Serialization;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// One line of <c>libraries.jsonl</c>: all that has happened at the simulated libraries, from which they know at the next
/// start what they have heard and what they still mean to send.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "what")]
[JsonDerivedType(typeof(Scripted), "scripted")]
[JsonDerivedType(typeof(Heard), "heard")]
[JsonDerivedType(typeof(HeardAgain), "heard-again")]
[JsonDerivedType(typeof(StepEnded), "step-ended")]
public abstract record LibraryEntry
{
    private protected LibraryEntry()
    {
    }
}

/// <summary>A library was told what to do with its next requests; with an empty list, to do as usual.</summary>
public sealed record Scripted(string Symbol, IReadOnlyList<string> Next) : LibraryEntry;

/// <summary>A library heard a message for the first time, and what it will do: in one line, so that neither is kept without the other.</summary>
public sealed record Heard(
    string Symbol,
    OutgoingMessage Message,
    DateTimeOffset ReceivedAt,
    string Scenario,
    bool DropsPending,
    IReadOnlyList<PlannedStep> Steps) : LibraryEntry;

/// <summary>The same message came once more.</summary>
public sealed record HeardAgain(string Symbol, string MessageId) : LibraryEntry;

/// <summary>A step is over: accepted by the desk, refused for good, or given up.</summary>
public sealed record StepEnded(string MessageId, string Outcome) : LibraryEntry;
