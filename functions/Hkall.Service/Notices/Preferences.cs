using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;

namespace Hkall.Service.Notices;

/// <summary>A patron's choices about mails and history, in a row of their own: each token overwrites the person's row.</summary>
public sealed record Preferences
{
    /// <summary>Replaces the language of the sign-in; null: keep that one.</summary>
    public string? Language { get; init; }

    /// <summary>Reminders the patron has turned off. Only optional ones count, whatever this list contains.</summary>
    public IReadOnlyList<Notice> TurnedOff { get; init; } = [];

    /// <summary>Whether closed requests keep their item. Off unless the patron turns it on.</summary>
    public bool KeepHistory { get; init; }

    /// <summary>When the last choice was made.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>Finds the patron's preferences among the rows of their account; the defaults if they have chosen nothing.</summary>
    internal static Preferences Of(IEnumerable<Row> account) =>
        account.FirstOrDefault(row => row.Key == Keys.Preferences) is { } row ? StoredJson.Read<Preferences>(row.Body) : new Preferences();
}

/// <summary>The recipient of a mail, and their preferences.</summary>
public sealed record Addressee(Person Person, Preferences Preferences)
{
    /// <summary>The person, with their chosen language.</summary>
    public Person Reader => Preferences.Language is { } language ? Person with { Language = language } : Person;
}
