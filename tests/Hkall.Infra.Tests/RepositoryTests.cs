using System.Text.RegularExpressions;

namespace Hkall.Infra.Tests;

public sealed partial class RepositoryTests
{
    private static readonly string Root = Path.Combine(BicepCli.InfraFolder, "..");
    private static readonly string Workflow = File.ReadAllText(Path.Combine(Root, ".github/workflows/deploy.yml"));

    [Fact]
    public async Task Every_kind_of_resource_is_in_the_table_of_what_is_made()
    {
        var table = await File.ReadAllTextAsync(Path.Combine(BicepCli.InfraFolder, "README.md"));
        var kinds = (await Template.MainAsync()).WithModules().SelectMany(template => template.Resources)
            .Where(resource => resource.Find("existing") is null)
            .Select(resource => resource.Text("type")).Where(type => type != "Microsoft.Resources/deployments").Distinct();

        foreach (var kind in kinds)
        {
            var named = table.Contains($"`{kind}`", StringComparison.Ordinal) || table.Contains($"`{kind.Split('/')[^1]}`", StringComparison.Ordinal);
            named.ShouldBeTrue(kind);
        }
    }

    [Fact]
    public void Every_action_of_the_deployment_is_pinned_to_a_commit_and_says_its_version()
    {
        var uses = Workflow.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        uses.ShouldNotBeEmpty();
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Fact]
    public void The_deployment_signs_in_without_a_secret_and_may_do_nothing_by_default()
    {
        Workflow.ShouldContain("\npermissions: {}\n");
        Workflow.ShouldContain("id-token: write");
        Workflow.ShouldNotContain("secrets.");
    }

    [Fact]
    public void The_deployment_uses_the_bicep_version_the_tests_use() => Workflow.ShouldContain($"az bicep install --version v{BicepCli.Version}\n");

    [GeneratedRegex("uses: [\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+$")]
    private static partial Regex Pinned();
}
