using System.Globalization;
using System.Text.Json.Nodes;
using Hkall.Service.Web;

namespace Hkall.Service.PolicyVersions;

/// <summary>Reads and writes a plain value of the policy as people type it.</summary>
public static class PolicyFieldReading
{
    private const int LongestWords = 2_000;

    private static readonly char[] BetweenItems = [',', ';', '，', '、', '；', '\n'];

    /// <summary>The value as it stands in the field.</summary>
    public static string Typed(PolicyField field) => field.Value switch
    {
        null => string.Empty,
        JsonArray list => string.Join(", ", list.Select(item => item?.ToString())),
        var value when field.Kind == PolicyFieldKind.Time && TimeOnly.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var time) =>
            time.ToString("HH:mm", CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    /// <summary>What was typed as a value of the document. What cannot be read is a fault of the field; whether the value may be, the checks say.</summary>
    public static JsonNode? Read(PolicyField field, string? typed, Fields faults)
    {
        var text = field.Kind == PolicyFieldKind.Words ? faults.Text(field.Path, typed, LongestWords, lines: true) : typed?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            if (field.Kind is PolicyFieldKind.Numbers or PolicyFieldKind.Codes)
            {
                return new JsonArray();
            }

            if (!field.MayBeEmpty && faults.Errors.GetValueOrDefault(field.Path) is null)
            {
                faults.Fault(field.Path, "missing-member", "This member is required.");
            }

            return null;
        }

        return field.Kind switch
        {
            PolicyFieldKind.Number => Number(text, field, faults),
            PolicyFieldKind.Amount => Amount(text, field, faults),
            PolicyFieldKind.YesNo => text is "true" or "false" ? JsonValue.Create(text == "true") : Unknown(field, ["true", "false"], faults),
            PolicyFieldKind.Time => Time(text, field, faults),
            PolicyFieldKind.Code => field.Known.Contains(text) ? JsonValue.Create(text) : Unknown(field, field.Known, faults),
            PolicyFieldKind.Words => JsonValue.Create(text),
            PolicyFieldKind.Numbers => new JsonArray([.. Items(text).Select(item => Number(item, field, faults))]),
            PolicyFieldKind.Codes => Items(text).All(field.Known.Contains)
                ? new JsonArray([.. Items(text).Select(item => (JsonNode?)JsonValue.Create(item))]) : Unknown(field, field.Known, faults),
        };
    }

    private static IEnumerable<string> Items(string text) =>
        text.Split(BetweenItems, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonNode? Number(string text, PolicyField field, Fields faults)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return JsonValue.Create(number);
        }

        faults.Fault(field.Path, "wrong-type", "A whole number.");
        return null;
    }

    private static JsonNode? Amount(string text, PolicyField field, Fields faults)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return JsonValue.Create(amount);
        }

        faults.Fault(field.Path, "wrong-type", "An amount such as 12.50.");
        return null;
    }

    private static JsonNode? Time(string text, PolicyField field, Fields faults)
    {
        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return JsonValue.Create(time.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        }

        faults.Fault(field.Path, "wrong-type", "A time such as 20:00.");
        return null;
    }

    private static JsonNode? Unknown(PolicyField field, IReadOnlyList<string> known, Fields faults)
    {
        faults.Fault(field.Path, "unknown-value", $"One of {string.Join(", ", known)}.");
        return null;
    }
}
