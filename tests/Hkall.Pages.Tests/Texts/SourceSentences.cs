using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hkall.Pages.Tests.Kit;

namespace Hkall.Pages.Tests.Texts;

/// <summary>Finds the sentences that the sources give to the catalogue: the literals in calls that make a text.</summary>
internal static partial class SourceSentences
{
    private static readonly string[] Folders = ["Hkall.Service", "Hkall.Pages", "Hkall.LocalHost"];

    /// <summary>The words and names in the sources of these projects and of the domain.</summary>
    public static IReadOnlySet<string> Names() =>
        Files([.. Folders, "Hkall.Domain"])
            .Select(File.ReadAllText).SelectMany(source => Dotted().Matches(source).Concat(Plain().Matches(source))).Select(match => match.Value).ToHashSet();

    /// <summary>Each sentence with a number for each argument, as the catalogue has it.</summary>
    public static IReadOnlySet<string> All() =>
        Files(Folders).Select(File.ReadAllText).Where(source => !source.Contains("static string Fault(", StringComparison.Ordinal)).SelectMany(Of).ToHashSet();

    private static IEnumerable<string> Files(string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "functions", folder), "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    private static IEnumerable<string> Of(string source)
    {
        foreach (Match call in Calls().Matches(source))
        {
            // Other calls than Say have codes and names of fields as well; a sentence has a space.
            foreach (var sentence in Literals(source, call.Index + call.Length, onlyFirst: call.Value == "Say(")
                .Where(text => call.Value == "Say(" || text.Contains(' ', StringComparison.Ordinal)))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>The literals of a call that are arguments themselves, not part of an inner call.</summary>
    private static IEnumerable<string> Literals(string source, int at, bool onlyFirst)
    {
        for (var depth = 1; depth > 0; at++)
        {
            var c = source[at];
            if (c == '"')
            {
                var interpolated = source[at - 1] == '$';
                var (sentence, end) = Read(source, at + 1, interpolated);
                at = end;
                if (depth == 1)
                {
                    yield return sentence;
                }
            }
            else if (c == '\'' && CharLiteral().Match(source, at) is { Success: true } literal)
            {
                at += literal.Length - 1;
            }
            else if (c == ',' && depth == 1 && onlyFirst)
            {
                yield break;
            }
            else
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }
        }
    }

    /// <returns>The sentence, and the place of its closing quotation mark.</returns>
    private static (string Sentence, int End) Read(string source, int at, bool interpolated)
    {
        var sentence = new StringBuilder();
        var arguments = 0;
        for (; source[at] != '"'; at++)
        {
            if (source[at] == '\\')
            {
                sentence.Append(source[++at]);
            }
            else if (interpolated && source[at] == '{' && source[at + 1] != '{')
            {
                at = EndOfHole(source, at);
                sentence.Append(CultureInfo.InvariantCulture, $"{{{arguments++}}}");
            }
            else
            {
                sentence.Append(source[at]);
            }
        }

        return (sentence.ToString(), at);
    }

    private static int EndOfHole(string source, int at)
    {
        for (var depth = 0; ; at++)
        {
            if (source[at] == '"')
            {
                at = Read(source, at + 1, source[at - 1] == '$').End;
                continue;
            }

            depth += source[at] is '{' or '(' or '[' ? 1 : source[at] is '}' or ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return at;
            }
        }
    }

    [GeneratedRegex("""(?<!\w)(?:Say|Fault|BadInputException\.Field|BadInputException|Problems\.Of|Problems\.NotNow|Text\.Of|UnknownNameException)\(|(?<!\w)(?:new|Of)\((?=\s*StatusCodes\.)""")]
    private static partial Regex Calls();

    [GeneratedRegex(@"[\w.-]+")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"[\w-]+")]
    private static partial Regex Plain();

    [GeneratedRegex("""\G'(?:\\.|[^'\\])'""")]
    private static partial Regex CharLiteral();
}
