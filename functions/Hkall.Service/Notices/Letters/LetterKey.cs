using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices.Letters;

/// <summary>A letter that staff can change: the mail of one notice in one language.</summary>
public sealed record LetterKey(Notice Notice, NoticeLanguage Language)
{
    /// <summary>All letters, in the order in which the desk lists them.</summary>
    public static IReadOnlyList<LetterKey> All { get; } =
        [.. Enum.GetValues<Notice>().SelectMany(notice => Enum.GetValues<NoticeLanguage>().Select(language => new LetterKey(notice, language)))];

    /// <returns>Null if there is no such notice or language.</returns>
    public static LetterKey? Find(string notice, string language) =>
        All.FirstOrDefault(key => Names.Of(key.Notice) == notice && key.Language.Tag() == language);

    /// <summary>The name in row keys; stored.</summary>
    public override string ToString() => $"{Names.Of(Notice)}|{Language.Tag()}";
}
