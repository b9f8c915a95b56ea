using System.Globalization;

namespace Hkall.Infra.Tests;

/// <summary>The list of attacks by family, from which <c>.ci/run</c> counts what it tried.</summary>
public sealed class AttackListTests
{
    /// <summary>As many as were tried on the service when it was first attacked.</summary>
    private const int Least = 684;

    private static readonly string Tests = Path.Combine(BicepCli.InfraFolder, "..", "tests");

    private static readonly string[] Lines =
        [.. File.ReadAllLines(Path.Combine(Tests, "attacks.txt")).Where(line => line.Trim() is [not '#', ..])];

    private static readonly string[] Listed = [.. Lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim())];

    [Fact]
    public void Every_class_of_attacks_stands_in_the_list()
    {
        var classes = Directory.EnumerateDirectories(Tests, "Hkall.*")
            .Select(project => Path.Combine(project, "Attacks")).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)).Select(NameOf).ToList();

        classes.Count.ShouldBeGreaterThan(20);
        classes.Except(Listed).ShouldBeEmpty();
    }

    [Fact]
    public void Every_class_in_the_list_is_there_and_counted_once()
    {
        Listed.Distinct().ShouldBe(Listed);
        Listed.Where(name => !File.Exists(FileOf(name))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_family_has_a_number_and_a_class_and_together_they_are_as_many_as_the_first_attack()
    {
        var families = Lines.Where(line => !line.StartsWith("  ", StringComparison.Ordinal)).ToList();

        families.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ShouldBeUnique();
        families.Sum(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)).ShouldBeGreaterThanOrEqualTo(Least);
        Lines.Zip(Lines.Append("").Skip(1)).Where(pair => families.Contains(pair.First) && !pair.Second.StartsWith("  ", StringComparison.Ordinal))
            .ShouldBeEmpty("A family without a class.");
    }

    private static string NameOf(string path) =>
        Path.GetRelativePath(Tests, Path.ChangeExtension(path, null)).Replace(Path.DirectorySeparatorChar, '.');

    /// <summary>The project is the name up to <c>.Tests</c>; each part after it is a folder.</summary>
    private static string FileOf(string name)
    {
        var end = name.IndexOf(".Tests.", StringComparison.Ordinal) + ".Tests".Length;
        return Path.Combine(Tests, name[..end], $"{name[(end + 1)..].Replace('.', Path.DirectorySeparatorChar)}.cs");
    }
}
