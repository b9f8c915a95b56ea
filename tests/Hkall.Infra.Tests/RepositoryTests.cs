using System.Text.RegularExpressions;

namespace Hkall.Infra.Tests;

public sealed partial class RepositoryTests
{
    private static readonly string Root = Path.Combine(BicepCli.InfraFolder, "..");
    private static readonly string Workflow = TextOf("deploy.yml");

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

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_of_a_workflow_is_pinned_to_a_commit_and_says_its_version(string workflow)
    {
        var uses = TextOf(workflow).Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        uses.ShouldNotBeEmpty();
        uses.ShouldAllBe(line => Pinned().IsMatch(line));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_do_nothing_by_default_and_needs_no_secret(string workflow)
    {
        TextOf(workflow).ShouldContain("\npermissions: {}\n");
        TextOf(workflow).ShouldNotContain("secrets.");
    }

    [Fact]
    public void The_deployment_signs_in_with_a_token_of_its_own() => Workflow.ShouldContain("id-token: write");

    [Fact]
    public void Every_push_and_pull_request_runs_the_check_that_people_run()
    {
        TextOf("ci.yml").ShouldContain("pull_request:");
        TextOf("ci.yml").ShouldContain("push:");
        TextOf("ci.yml").ShouldContain("run: bash .ci/run\n");
    }

    [Fact]
    public void What_is_published_is_attested_together_with_its_bill_of_materials()
    {
        Workflow.ShouldContain("sbom-path: artifacts/bom.json");
        Workflow.ShouldContain("infra/publish.sh \"$RESOURCE_GROUP\" hkall artifacts/app.zip");
    }

    [Fact]
    public void The_deployment_uses_the_bicep_version_the_tests_use() => Workflow.ShouldContain($"az bicep install --version v{BicepCli.Version}\n");

    public static TheoryData<string> Workflows() =>
        [.. Directory.GetFiles(Path.Combine(Root, ".github/workflows"), "*.yml").Select(path => Path.GetFileName(path))];

    private static string TextOf(string workflow) => File.ReadAllText(Path.Combine(Root, ".github/workflows", workflow));

    [GeneratedRegex("uses: [\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+$")]
    private static partial Regex Pinned();
}
