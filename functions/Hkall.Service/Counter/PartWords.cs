using System.Globalization;
using Hkall.Domain.Delivering;

namespace Hkall.Service.Counter;

/// <summary>How many of an item's parts are here, or back.</summary>
public static class PartWords
{
    public static string Of(Parts parts) => string.Create(CultureInfo.InvariantCulture, $"part {parts.Here.Count} of {parts.Announced}");

    public static string OfChinese(Parts parts) => string.Create(CultureInfo.InvariantCulture, $"第{parts.Here.Count}件（共{parts.Announced}件）");

    public static string Back(Parts parts) => string.Create(CultureInfo.InvariantCulture, $"{parts.Back.Count} of {parts.Here.Count} parts");

    public static string BackChinese(Parts parts) => string.Create(CultureInfo.InvariantCulture, $"{parts.Here.Count}件中的{parts.Back.Count}件");

    /// <summary>The addition once all expected parts are together; empty for an item in one part.</summary>
    public static string All(Parts? parts) => parts switch
    {
        null => string.Empty,
        { NotComing: > 0 } => string.Create(CultureInfo.InvariantCulture, $", {parts.Here.Count} of {parts.Announced} parts"),
        _ => string.Create(CultureInfo.InvariantCulture, $", all {parts.Here.Count} parts"),
    };

    public static string AllChinese(Parts? parts) => parts switch
    {
        null => string.Empty,
        { NotComing: > 0 } => string.Create(CultureInfo.InvariantCulture, $"（{parts.Announced}件中的{parts.Here.Count}件）"),
        _ => string.Create(CultureInfo.InvariantCulture, $"（共{parts.Here.Count}件）"),
    };
}
