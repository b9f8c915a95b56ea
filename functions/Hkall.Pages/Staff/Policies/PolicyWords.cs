using System.Globalization;
using System.Text.Json;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff.Policies;

/// <summary>The members and the values of the policy in words.</summary>
internal static class PolicyWords
{
    /// <summary>Parts that read as one value, by their members.</summary>
    private static readonly string[][] Wholes =
    [
        ["workingDays", "atMostDays"], ["earliestWorkingDays", "latestWorkingDays"], ["currency", "amount"], ["times", "minutes"],
    ];

    /// <summary>The label of a member of the policy; of a tier or a service, where they are members.</summary>
    public static string Label(string member, NoticeLanguage language) =>
        language.FindNamed("tier", member) ?? language.FindNamed("service", member) ?? language.Named("policy", member);

    public static string Label(PolicyMember member, NoticeLanguage language) =>
        member.Within is { } part
            ? Label(part, language) + language.Colon() + (part == "roles" ? member.Name : Label(member.Name, language))
            : Label(member.Name, language);

    public static bool IsOneValue(JsonElement value) => Wholes.Any(whole => Has(value, whole));

    /// <summary>A value as one or more short lines.</summary>
    public static IReadOnlyList<string> Lines(JsonElement value, NoticeLanguage language) => value.ValueKind switch
    {
        JsonValueKind.Object when IsOneValue(value) => [Whole(value, language)],
        JsonValueKind.Object =>
            [.. value.EnumerateObject().Select(member => Label(member.Name, language) + language.Colon() + InOneLine(member.Value, language))],
        JsonValueKind.Array when value.GetArrayLength() == 0 => [language.Say("none")],
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind != JsonValueKind.Object) =>
            [language.Listed(value.EnumerateArray().SelectMany(one => Lines(one, language)))],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(one => InOneLine(one, language))],
        JsonValueKind.True => [language.Say("yes")],
        JsonValueKind.False => [language.Say("no")],
        JsonValueKind.Null or JsonValueKind.Undefined => [language.Say("none")],
        JsonValueKind.String => [Word(value.GetString()!, language)],
        JsonValueKind.Number => [value.ToString()],
        _ => throw new InvalidOperationException($"A policy has no value of the kind {value.ValueKind}."),
    };

    private static string InOneLine(JsonElement value, NoticeLanguage language) => language.Listed(Lines(value, language));

    /// <summary>A code of the policy, of a notice or of a role in words; a time of day without its seconds; what a person wrote as it is.</summary>
    private static string Word(string value, NoticeLanguage language) =>
        language.FindNamed("policy-value", value) ?? language.FindNamed("notice", value) ?? language.FindNamed("staff-role", value)
        ?? (TimeOnly.TryParseExact(value, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? NoticeDates.Short(day, language)
                : value);

    private static string Whole(JsonElement value, NoticeLanguage language)
    {
        if (Has(value, Wholes[0]))
        {
            return language.Say($"{Int(value, "workingDays")} working days, {Int(value, "atMostDays")} days at most");
        }

        if (Has(value, Wholes[1]))
        {
            return language.Say($"{Int(value, "earliestWorkingDays")} to {Int(value, "latestWorkingDays")} working days");
        }

        return Has(value, Wholes[2])
            ? NoticeAmounts.Format(new Money(value.GetProperty("currency").GetString()!, value.GetProperty("amount").GetDecimal()), language)
            : language.Say($"{Int(value, "times")} times in {Int(value, "minutes")} minutes");
    }

    private static int Int(JsonElement value, string member) => value.GetProperty(member).GetInt32();

    private static bool Has(JsonElement value, string[] members) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)
            .SequenceEqual(members.Order(StringComparer.Ordinal));
}
