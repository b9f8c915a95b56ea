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
    public void What_packages_and_tests_bring_along_runs_without_a_token()
    {
        var jobs = Jobs();

        jobs.Keys.ShouldBe(["build", "attest", "deploy"]);
        jobs["build"].ShouldContain("dotnet test");
        jobs["build"].ShouldContain("infra/package.sh artifacts");
        jobs["build"].ShouldContain("    permissions:\n      contents: read\n    outputs:");
        jobs["build"].ShouldNotContain("environment:");
        foreach (var job in new[] { jobs["attest"], jobs["deploy"] })
        {
            job.ShouldNotContain("dotnet");
            job.ShouldNotContain("package.sh");
        }

        Workflow.Split("id-token: write").Length.ShouldBe(3);
    }

    [Fact]
    public void Only_the_deploying_job_has_the_environment_that_azure_trusts()
    {
        var jobs = Jobs();

        jobs["deploy"].ShouldContain("    environment: ${{ inputs.environment }}\n");
        jobs["attest"].ShouldNotContain("    environment:");
        Jobs().Where(job => job.Value.Contains("azure/login", StringComparison.Ordinal)).Select(job => job.Key).ShouldBe(["deploy"]);
    }

    [Theory]
    [InlineData("attest")]
    [InlineData("deploy")]
    public void What_one_job_hands_to_another_is_compared_with_the_hash_that_was_taken(string job)
    {
        Jobs()["build"].ShouldContain("sha256sum artifacts/app.zip");
        Jobs()[job].ShouldContain("EXPECTED: ${{ needs.build.outputs.sha256 }}");
        Jobs()[job].ShouldContain("sha256sum --check --strict");
    }

    [Fact]
    public void Faults_and_old_packages_are_looked_for_without_being_asked()
    {
        TextOf("codeql.yml").ShouldContain("language: [csharp, javascript-typescript, actions]");
        TextOf("codeql.yml").ShouldContain("schedule:");
        var updated = File.ReadAllText(Path.Combine(Root, ".github", "dependabot.yml"));
        foreach (var kind in new[] { "nuget", "npm", "github-actions" })
        {
            updated.ShouldContain($"package-ecosystem: {kind}\n");
        }
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

    [Theory]
    [InlineData("threat-model.md")]
    [InlineData("asvs.md")]
    public void Every_file_that_a_document_on_security_names_is_there(string document)
    {
        string[] folders = ["functions", "tests", "infra"];
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.*", SearchOption.AllDirectories))
            .Select(path => Path.GetFileName(path)).ToHashSet();
        var named = Named().Matches(File.ReadAllText(Path.Combine(Root, "docs", document))).Select(match => match.Groups[1].Value).ToList();

        named.Count.ShouldBeGreaterThan(10);
        named.Except(files).ShouldBeEmpty();
    }

    public static TheoryData<string> Workflows() =>
        [.. Directory.GetFiles(Path.Combine(Root, ".github/workflows"), "*.yml").Select(path => Path.GetFileName(path))];

    /// <summary>The jobs of the deployment by name, each with its text.</summary>
    private static Dictionary<string, string> Jobs()
    {
        var parts = Job().Split(Workflow[(Workflow.IndexOf("\njobs:\n", StringComparison.Ordinal) + "\njobs:".Length)..]);
        return Enumerable.Range(0, parts.Length / 2).ToDictionary(index => parts[(2 * index) + 1], index => parts[(2 * index) + 2]);
    }

    private static string TextOf(string workflow) => File.ReadAllText(Path.Combine(Root, ".github/workflows", workflow));

    [GeneratedRegex(@"`(\w+\.(?:cs|bicep))`")]
    private static partial Regex Named();

    [GeneratedRegex("(?<=\n)  (\\w+):\n")]
    private static partial Regex Job();

    [GeneratedRegex("uses: [\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+$")]
    private static partial Regex Pinned();
}
