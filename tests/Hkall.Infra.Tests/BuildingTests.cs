namespace Hkall.Infra.Tests;

public sealed class BuildingTests
{
    [Fact]
    public async Task The_pinned_version_of_the_bicep_command_line_is_used() =>
        (await BicepCli.RunAsync(BicepCli.InfraFolder, "--version")).Output.ShouldContain($" {BicepCli.Version} ");

    [Theory]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("lint", "main.bicep")]
    [InlineData("build-params", "main.dev.bicepparam", "--stdout")]
    [InlineData("build-params", "main.prod.bicepparam", "--stdout")]
    public async Task The_template_and_the_parameters_of_each_environment_build_without_a_warning(params string[] command)
    {
        var said = await BicepCli.RunAsync(BicepCli.InfraFolder, command);

        said.Complaints.Trim().ShouldBeEmpty();
        said.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Every_file_is_formatted()
    {
        var copy = BicepCli.CopyOfInfra();
        try
        {
            (await BicepCli.RunAsync(copy.FullName, "format", "--pattern", "**/*.bicep*")).ExitCode.ShouldBe(0);

            foreach (var formatted in copy.EnumerateFiles("*.bicep*", SearchOption.AllDirectories))
            {
                var name = Path.GetRelativePath(copy.FullName, formatted.FullName);
                var written = await File.ReadAllTextAsync(Path.Combine(BicepCli.InfraFolder, name));
                written.ShouldBe(await File.ReadAllTextAsync(formatted.FullName), name);
            }
        }
        finally
        {
            copy.Delete(recursive: true);
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
