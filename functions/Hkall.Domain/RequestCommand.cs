using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>An order or a piece of news for one request. Commands are not stored.</summary>
public abstract record RequestCommand
{
    private protected RequestCommand()
    {
    }
}

/// <summary>A deadline came due; it says which one, since another may have taken its place.</summary>
public sealed record DeadlineReached(int DeadlineId) : RequestCommand;

/// <summary>On whose word something is done.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Who>))]
public enum Who
{
    [JsonStringEnumMemberName("patron")] Patron,
    [JsonStringEnumMemberName("staff")] Staff,
}

/// <summary>A note for staff. Any request takes one, open or closed.</summary>
public sealed record AddNote(string By, string Text) : RequestCommand;
