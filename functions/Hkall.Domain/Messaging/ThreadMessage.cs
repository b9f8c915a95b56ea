using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Messaging;

/// <summary>Who writes about a request, and to whom. The names are served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Correspondent>))]
public enum Correspondent
{
    [JsonStringEnumMemberName("patron")] Patron,
    [JsonStringEnumMemberName("staff")] Staff,
    [JsonStringEnumMemberName("library")] Library,
}

/// <summary>A message in the thread of a request.</summary>
/// <param name="Words">What was written; null for a letter without words of its own, and once it is erased.</param>
public sealed record ThreadMessage(DateTimeOffset At, Correspondent From, Correspondent To, [property: PersonsWords] string? Words)
{
    /// <summary>The library that wrote it, or to which it was written; null between the patron and staff.</summary>
    public string? Symbol { get; init; }

    /// <summary>For a letter of the Library's to the patron: which.</summary>
    public PatronMessage? Letter { get; init; }

    /// <summary>The last day on which staff wait for the patron's answer; null if they do not.</summary>
    public DateOnly? AnswerBy { get; init; }

    /// <summary>No member of staff has answered it or marked it as read.</summary>
    public bool? Unread { get; init; }
}
