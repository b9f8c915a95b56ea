using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Policies;

/// <summary>Says in words which member of the policy a path names, and how two documents differ in it.</summary>
public static class PolicyWords
{
    /// <summary>The groups, tiers, services and kinds of borrower by which a member differs.</summary>
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal);

    static PolicyWords()
    {
        Add<PatronGroup>("group");
        Add<Tier>("tier");
        Add<ServiceType>("service");
        Add<BorrowerKind>("borrower-kind");

        static void Add<T>(string kind)
            where T : struct, Enum
        {
            foreach (var name in Enum.GetValues<T>().Select(Names.Of))
            {
                Parts.TryAdd(name, $"{kind}.{name}");
            }
        }
    }

    /// <summary>The key of the label of a member: that of the longest part of the path that has one.</summary>
    public static string? KeyOf(string path)
    {
        var catalogue = TextCatalogue.Of(NoticeLanguage.English);
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (catalogue.ContainsKey($"policy-member.{path[..end]}"))
            {
                return $"policy-member.{path[..end]}";
            }
        }

        return null;
    }

    /// <summary>The member in words; for a path without a label, the path.</summary>
    public static string Label(string path, NoticeLanguage language)
    {
        if (KeyOf(path) is not { } key)
        {
            return path;
        }

        var catalogue = TextCatalogue.Of(language);
        var rest = path[(key.Length - "policy-member.".Length)..].Split('.', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => catalogue.GetValueOrDefault(Parts.GetValueOrDefault(part, $"policy-part.{part}"), part)).ToList();
        return rest.Count == 0 ? catalogue[key]
            : language == NoticeLanguage.English ? $"{catalogue[key]} ({string.Join(", ", rest)})" : $"{catalogue[key]}（{string.Join('、', rest)}）";
    }

    /// <summary>The difference in one sentence.</summary>
    public static Text Sentence(PolicyDifference difference, NoticeLanguage language) =>
        (Label(difference.Path, language), difference.Before, difference.After) switch
        {
            (var label, { } before, { } after) => Text.Of($"{label}: {Value(after, language)} instead of {Value(before, language)}"),
            (var label, null, var after) => Text.Of($"{label}: {Value(after, language)}, new"),
            (var label, { } before, null) => Text.Of($"{label}: no longer {Value(before, language)}"),
        };

    private static string Value(string? value, NoticeLanguage language) => value switch
    {
        "true" => Text.Of("yes").In(language),
        "false" => Text.Of("no").In(language),
        _ => value ?? string.Empty,
    };
}
