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
        foreach (var file in Directory.EnumerateFiles(BicepCli.InfraFolder, "*.bicep", SearchOption.AllDirectories))
        {
            var formatted = await BicepCli.RunAsync(BicepCli.InfraFolder, "format", file, "--stdout");

            (await File.ReadAllTextAsync(file)).Trim().ShouldBe(formatted.Output.Trim(), Path.GetFileName(file));
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
