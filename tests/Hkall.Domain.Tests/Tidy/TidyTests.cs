using System.Reflection;
using System.Text.RegularExpressions;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Tidy;

/// <summary>What no analyzer looks after.</summary>
public partial class TidyTests
{
    /// <summary>At three hundred lines a file is split by episode.</summary>
    private const int MostLines = 300;

    /// <summary>A text that cannot be broken without harm may be longer: a line that holds one has a quotation mark.</summary>
    private const int LongestLine = 160;

    private static readonly Assembly Domain = typeof(PatronRequest).Assembly;

    private static readonly Type[] TestClasses =
    [
        .. typeof(TidyTests).Assembly.GetTypes().Where(type => Tests(type).Any()),
    ];

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Sources("functions").Concat(Sources("tests"))
            .Select(path => (Path: Path.GetRelativePath(Approved.Root, path), Lines: File.ReadLines(path).Count()))
            .Where(file => file.Lines > MostLines)
            .ShouldBeEmpty();

    [Fact]
    public void No_line_of_code_is_longer_than_160_characters() =>
        Sources("functions").Concat(Sources("tests"))
            .SelectMany(path => File.ReadLines(path)
                .Where(line => line.Length > LongestLine && !line.Contains('"', StringComparison.Ordinal))
                .Select(line => $"{Path.GetRelativePath(Approved.Root, path)}: {line.Trim()}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_domain_knows_nothing_but_the_base_class_library() =>
        Domain.GetReferencedAssemblies().Select(reference => reference.Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void The_domain_takes_no_package_and_no_project() =>
        File.ReadAllText(Path.Combine(Approved.Root, "functions", "Hkall.Domain", "Hkall.Domain.csproj")).ShouldNotContain("Reference");

    [Fact]
    public void A_test_class_is_named_for_its_file_and_lies_in_the_folder_of_its_namespace()
    {
        foreach (var type in TestClasses)
        {
            type.Name.ShouldEndWith("Tests");
            var folder = type.Namespace!["Hkall.Domain.Tests.".Length..].Replace('.', Path.DirectorySeparatorChar);
            File.Exists(Path.Combine(Approved.Root, "tests", "Hkall.Domain.Tests", folder, $"{type.Name}.cs")).ShouldBeTrue(type.FullName);
        }
    }

    [Fact]
    public void A_test_is_named_by_a_sentence() =>
        TestClasses.SelectMany(Tests).Select(test => test.Name).Where(name => !Sentence().IsMatch(name)).ShouldBeEmpty();

    [Fact]
    public void A_promise_of_the_page_names_a_test_that_there_is()
    {
        var tests = string.Concat(Sources("tests").Select(File.ReadAllText));
        var obligations = File.ReadAllLines(Path.Combine(Approved.Root, "docs", "obligations.md"))
            .Where(line => line.StartsWith("| R", StringComparison.Ordinal)).ToList();

        obligations.Select(line => line.Split('|')[1].Trim()).ShouldBe(Enumerable.Range(1, 50).Select(number => $"R{number}"));
        obligations.Select(line => line.Split('|')[4].Trim())
            .Where(shown => !shown.StartsWith('—') && !tests.Contains($" {shown.Trim('`')}(", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_skipped() =>
        TestClasses.SelectMany(Tests).Where(test => test.GetCustomAttribute<FactAttribute>()!.Skip is not null).ShouldBeEmpty();

    /// <summary>An alert on an id counts one message.</summary>
    [Fact]
    public void Every_log_message_has_an_id_of_its_own()
    {
        var messages = Sources("functions").SelectMany(File.ReadLines).Where(line => line.Contains("[LoggerMessage", StringComparison.Ordinal)).ToList();
        var ids = messages.Select(message => LogId().Match(message)).Where(id => id.Success).Select(id => id.Groups[1].Value).ToList();

        ids.Count.ShouldBeGreaterThan(10);
        ids.Count.ShouldBe(messages.Count, "A message without an id.");
        ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\[LoggerMessage\((\d+), ")]
    private static partial Regex LogId();

    [GeneratedRegex("^[A-Z][a-z]*(_[a-z0-9]+){2,}$")]
    private static partial Regex Sentence();

    private static IEnumerable<MethodInfo> Tests(Type type) => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null);

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Approved.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));
}
