using System.Text.RegularExpressions;
using Hkall.Domain.Tests.Kit;

namespace Hkall.Domain.Tests.Tidy;

/// <summary>What the documents name exists.</summary>
public partial class DocumentsTests
{
    private static readonly string[] Files =
    [
        .. new[] { "functions", "tests", "infra", "docs" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Approved.Root, folder), "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Approved.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_source_file_that_the_architecture_names_is_where_it_says()
    {
        var named = SourceFile().Matches(Read("docs/ARCHITECTURE.md")).Select(match => match.Groups[1].Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(40);
        named.Where(name => !Files.Any(file => file.EndsWith("/" + name, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_link_between_documents_leads_to_a_file()
    {
        var documents = Directory.EnumerateFiles(Approved.Root, "*.md").Concat(Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => Path.Combine(Approved.Root, file)));
        // A path from the root is a page of the service: the tests of the help for patrons open each.
        var dead =
            from document in documents
            from target in Link().Matches(File.ReadAllText(document)).Select(match => match.Groups[1].Value.Split('#')[0])
            where target.Length > 0 && target[0] != '/' && !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target))
            select $"{Path.GetRelativePath(Approved.Root, document)}: {target}";

        dead.ShouldBeEmpty();
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Approved.Root, path));

    /// <summary><c>Domain/</c> and <c>Service/</c> are short for their projects; a bare name is in the folder named before it.</summary>
    [GeneratedRegex(@"`(?:Domain/|Service/)?([\w./]+\.cs)`")]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
