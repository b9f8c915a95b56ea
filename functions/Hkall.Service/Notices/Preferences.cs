using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Notices;

/// <summary>What a patron has chosen about mails and history. Kept in a row of its own: the person's is written anew from each token.</summary>
public sealed record Preferences
{
    public const string English = "en";
    public const string TraditionalChinese = "zh-Hant";

    /// <summary>Instead of the language that the sign-in names; null: that one.</summary>
    public string? Language { get; init; }

    /// <summary>Reminders that are not wanted. Only optional ones count, whatever stands here.</summary>
    public IReadOnlyList<Notice> TurnedOff { get; init; } = [];

    /// <summary>Whether closed requests keep what they were about. Off unless the patron turns it on.</summary>
    public bool KeepHistory { get; init; }

    /// <summary>When the last choice was made.</summary>
    public DateTimeOffset? ChosenAt { get; init; }

    /// <summary>The patron's among the rows of their account; the defaults where they have chosen nothing.</summary>
    internal static Preferences Of(IEnumerable<Row> account) =>
        account.FirstOrDefault(row => row.Key == Keys.Preferences) is { } row ? StoredJson.Read<Preferences>(row.Body) : new Preferences();
}

/// <summary>Whom a mail goes to, and how they want it.</summary>
public sealed record Addressee(Person Person, Preferences Preferences)
{
    /// <summary>The person, in the language they have chosen.</summary>
    public Person Reader => Preferences.Language is { } language ? Person with { Language = language } : Person;
}
