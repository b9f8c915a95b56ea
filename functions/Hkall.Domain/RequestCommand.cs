using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>An order or news for one request. Commands are not stored.</summary>
public abstract record RequestCommand
{
    private protected RequestCommand()
    {
    }

    /// <summary>What the giver of the order says it is about; null where they need not say, because they saw the request as it is.</summary>
    public NamedObject? Meant { get; init; }
}

/// <summary>A deadline came due. It names the deadline, since another may have replaced it.</summary>
public sealed record DeadlineReached(int DeadlineId) : RequestCommand;

/// <summary>Who decides or reports something.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Who>))]
public enum Who
{
    [JsonStringEnumMemberName("patron")] Patron,
    [JsonStringEnumMemberName("staff")] Staff,
}

/// <summary>A note for staff, on an open or a closed request.</summary>
public sealed record AddNote(string By, string Text) : RequestCommand;
