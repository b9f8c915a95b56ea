using System.Collections.Frozen;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices.Letters;

/// <summary>What a field of a letter holds.</summary>
public enum FieldKind
{
    /// <summary>Words: a name, a place, what a person wrote.</summary>
    Words,

    Number,

    Date,

    Amount,

    /// <summary>The code on the slip of an item.</summary>
    PickupCode,

    /// <summary>The address of a page of ours.</summary>
    Link,

    /// <summary>Several lines, which stand by themselves.</summary>
    Lines,

    /// <summary>Yes or no: it is asked for and never written.</summary>
    Condition,

    /// <summary>One of several names: it is compared and never written.</summary>
    Choice,
}

/// <summary>A field that letters may use.</summary>
/// <param name="Obligatory">Whether a letter must tell it wherever the shipped one does.</param>
public sealed record LetterField(string Name, FieldKind Kind, bool Obligatory)
{
    /// <summary>Whether it may stand in the text, and not only in a condition.</summary>
    public bool IsWritten => Kind is not (FieldKind.Condition or FieldKind.Choice);

    /// <summary>The name under which its meaning stands among the texts.</summary>
    public string TextName => Name.Replace('_', '-');

    public string MeaningIn(NoticeLanguage language) => language.Named("letter-field", TextName);
}

/// <summary>
/// The fields that letters may use. What the item is stands in <c>item</c> and nowhere else: subjects and first lines show on locked screens.
/// </summary>
public static class LetterFields
{
    private static readonly IReadOnlyList<LetterField> All =
    [
        Must("item", FieldKind.Lines), Must("request_url", FieldKind.Link), Must("download_url", FieldKind.Link), Must("suggest_url", FieldKind.Link),
        Must("pickup_code", FieldKind.PickupCode),
        .. Each(FieldKind.Date, "date", "renew_by", "lost_on", "short_until", "no_fine_until", "found_by", "earliest", "latest", "rate_date",
            "closure_from", "closure_to", "answer_by"),
        .. Each(FieldKind.Amount, "cost", "cost_about", "former_cost", "void_cost", "charged", "accepted_as", "fine", "fine_per_day", "fine_most",
            "replacement", "processing", "taken_off", "paid_back", "paid", "waived", "left", "owed"),
        Must("downloads", FieldKind.Number), Must("words", FieldKind.Words), Must("closure_words", FieldKind.Words), Must("moved", FieldKind.Lines),
        Must("office", FieldKind.Words), Must("part_back", FieldKind.Words),
        .. Each(FieldKind.Words, "way_hkall", "way_local", "way_overseas", "way_loan", "way_copy"),
        May("name", FieldKind.Words), May("library", FieldKind.Words), May("supplier", FieldKind.Words), May("free_copy_host", FieldKind.Words),
        May("reference", FieldKind.Words),
        May("said_no", FieldKind.Number), May("silent", FieldKind.Number), May("fine_days", FieldKind.Number), May("parts", FieldKind.Number),
        May("parts_announced", FieldKind.Number), May("parts_out", FieldKind.Words),
        .. new[]
        {
            "is_copy", "library_use_only", "last_notice", "goes_on", "said_no_one", "silent_one", "way_any", "closure", "closure_rest_of_day", "moved_loan",
            "has_fees", "owes_nothing", "fine_one_day", "blocks",
        }.Select(name => May(name, FieldKind.Condition)),
        .. new[] { "reason", "undone", "now", "message", "closure_reason", "fee" }.Select(name => May(name, FieldKind.Choice)),
    ];

    private static readonly FrozenDictionary<string, LetterField> Named = All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    public static IReadOnlyList<LetterField> Known => All;

    public static LetterField? Find(string name) => Named.GetValueOrDefault(name);

    private static LetterField Must(string name, FieldKind kind) => new(name, kind, Obligatory: true);

    private static LetterField May(string name, FieldKind kind) => new(name, kind, Obligatory: false);

    private static IEnumerable<LetterField> Each(FieldKind kind, params string[] names) => names.Select(name => Must(name, kind));
}
