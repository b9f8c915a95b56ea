namespace Hkall.Infra.Tests;

public sealed class BuildingTests
{
    [Fact]
    public async Task The_pinned_version_of_the_bicep_command_line_is_used() =>
        (await BicepServer.AskAsync("bicep/version", new { })).Text("version").ShouldBe(BicepCli.Version);

    [Theory]
    [InlineData("main.bicep")]
    [InlineData("main.dev.bicepparam")]
    [InlineData("main.prod.bicepparam")]
    public async Task The_template_and_the_parameters_of_each_environment_build_without_a_warning(string file)
    {
        var built = await BicepServer.CompileAsync(Path.Combine(BicepCli.InfraFolder, file));

        built.List("diagnostics").Select(diagnostic => diagnostic.GetRawText()).ShouldBeEmpty();
        built.Flag("success").ShouldBeTrue();
    }

    /// <summary>The same by the commands that people type. Each starts the program anew, which takes seconds.</summary>
    [Theory]
    [Trait("Run", "Full")]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.dev.bicepparam", "--stdout")]
    [InlineData("build-params", "main.prod.bicepparam", "--stdout")]
    public async Task The_commands_that_people_type_build_and_lint_without_a_warning(params string[] command)
    {
        var said = await BicepCli.RunAsync(BicepCli.InfraFolder, command);

        said.Complaints.Trim().ShouldBeEmpty();
        said.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Every_file_is_formatted()
    {
        var files = Directory.EnumerateFiles(BicepCli.InfraFolder, "*.bicep*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam").ToList();

        files.Count.ShouldBeGreaterThan(3);
        foreach (var file in files)
        {
            var formatted = await BicepServer.AskAsync("bicep/format", new { path = file });
            (await File.ReadAllTextAsync(file)).ShouldBe(formatted.Text("contents"), Path.GetFileName(file));
        }
    }

    [Fact]
    public void No_module_comes_from_a_registry()
    {
        foreach (var file in Directory.EnumerateFiles(BicepCli.InfraFolder, "*.bicep", SearchOption.AllDirectories))
        {
            File.ReadAllText(file).ShouldNotContain("'br", Case.Sensitive, Path.GetFileName(file));
        }
    }
}
