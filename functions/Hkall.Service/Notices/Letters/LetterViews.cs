using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Notices.Letters;

/// <summary>The body of <c>PUT /api/staff/letters/{notice}/{language}</c>: a text, or the version to put back.</summary>
public sealed record LetterForm
{
    public string? Subject { get; init; }

    public string? Body { get; init; }

    /// <summary>The earlier version to put back, in place of a text.</summary>
    public int? Version { get; init; }
}

/// <summary>The letters, each with how it stands in each language.</summary>
public sealed record LettersView(IReadOnlyList<LetterRow> Letters);

/// <summary>One letter in one language, in the list.</summary>
/// <param name="Version">How often it was changed.</param>
/// <param name="Changed">Whether it differs from the shipped text.</param>
/// <param name="By">The opaque key of the member of staff who changed it last.</param>
/// <param name="FallsBack">Why mails go out with the shipped text in spite of the change; left out if they do not.</param>
public sealed record LetterRow(string Notice, string Language, int Version, bool Changed, string? By, DateTimeOffset? At, string? FallsBack)
{
    public static LetterRow Of(LetterKey key, LetterState state) => new(
        Names.Of(key.Notice), key.Language.Tag(), state.Version, state.IsDamaged || state.Current is { IsChanged: true }, state.Current?.By, state.Current?.At,
        FallenBack(key, state)?.English);

    /// <summary>Why mails go out with the shipped text in spite of the change; null if they do not.</summary>
    public static Text? FallenBack(LetterKey key, LetterState state)
    {
        if (state.IsDamaged)
        {
            return Text.Of("What is stored of this letter cannot be read. The shipped text goes out.");
        }

        if (state.Current is not { Subject: { } subject, Body: { } body })
        {
            return null;
        }

        var faults = new Fields();
        LetterChecks.Check(key, subject, body, faults);
        return faults.Errors.Values.SelectMany(why => why).FirstOrDefault() is { } why
            ? Always(why)
            : state.Failure is { } failure ? Once(failure.Why) : null;
    }

    private static Text Always(Text why) => Text.Of($"The changed text cannot be used, and the shipped text goes out: {why}");

    private static Text Once(string why) =>
        Text.Of($"In at least one case the changed text could not be used, and the shipped text went out: {why}");
}

/// <summary>A field that the letter may use.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Meaning">What it says, in English.</param>
/// <param name="Sample">Its value in a sample; left out for a condition.</param>
/// <param name="Obligatory">Whether the letter must say it wherever the shipped one does.</param>
public sealed record LetterFieldView(string Name, string Kind, string Meaning, string? Sample, bool Obligatory);

/// <summary>An earlier version.</summary>
/// <param name="Subject">Left out if the shipped text was put back.</param>
/// <param name="PutBack">The version whose text was put back, if so.</param>
public sealed record LetterVersion(int Version, string? Subject, string? Body, string By, DateTimeOffset At, int? PutBack)
{
    public static LetterVersion Of(StoredLetter stored) => new(stored.Version, stored.Subject, stored.Body, stored.By, stored.At, stored.PutBack);
}

/// <summary>Everything about one letter.</summary>
/// <param name="Subject">As it is in use, or as the form has it.</param>
/// <param name="Version">Zero: it was never changed. The <c>ETag</c> carries it.</param>
/// <param name="Previews">The text in every case of the notice.</param>
/// <param name="History">The changes, newest first.</param>
public sealed record LetterView(
    string Notice,
    string Language,
    int Version,
    bool Changed,
    string Subject,
    string Body,
    string ShippedSubject,
    string ShippedBody,
    string? FallsBack,
    IReadOnlyList<LetterFieldView> Fields,
    IReadOnlyList<LetterPreview> Previews,
    IReadOnlyList<LetterVersion> History)
{
    /// <summary><see cref="FallsBack"/> as a text for a page.</summary>
    [JsonIgnore]
    public Text? FallsBackWhy { get; init; }
}
