using System.Text.Json.Serialization;
using Hkall.Service.Partners;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// One line of <c>libraries.jsonl</c>: an event at a simulated library. From these lines the libraries know at the next start
/// which messages they received and which steps they still have to send.
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

/// <summary>A tester set what a library does with its next requests; an empty list restores its usual behaviour.</summary>
public sealed record Scripted(string Symbol, IReadOnlyList<string> Next) : LibraryEntry;

/// <summary>A library received a message for the first time, with its planned steps. One line holds both, so that neither is saved without the other.</summary>
public sealed record Heard(
    string Symbol,
    OutgoingMessage Message,
    DateTimeOffset ReceivedAt,
    string Scenario,
    bool DropsPending,
    IReadOnlyList<PlannedStep> Steps) : LibraryEntry;

/// <summary>The library received the same message again.</summary>
public sealed record HeardAgain(string Symbol, string MessageId) : LibraryEntry;

/// <summary>A step has ended: the service accepted it, refused it for good, or the library gave up.</summary>
public sealed record StepEnded(string MessageId, string Outcome) : LibraryEntry;
