using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Counter;

/// <summary>How many of an item's parts are here, or back.</summary>
public static class PartWords
{
    public static string Of(Parts parts, NoticeLanguage language) => language.Say($"part {parts.Here.Count} of {parts.Announced}");

    public static string Back(Parts parts, NoticeLanguage language) => language.Say($"{parts.Back.Count} of {parts.Here.Count} parts");

    /// <summary>The addition once all expected parts are together; empty for an item in one part.</summary>
    public static string All(Parts? parts, NoticeLanguage language) => parts switch
    {
        null => string.Empty,
        { NotComing: > 0 } => language.Say($", {parts.Here.Count} of {parts.Announced} parts"),
        _ => language.Say($", all {parts.Here.Count} parts"),
    };
}
