using System.Text.Json;

namespace Hkall.Infra.Tests;

/// <summary>main.bicep, compiled: one template with the modules' templates inside it.</summary>
public sealed record Template(JsonElement Root)
{
    private static readonly Lazy<Task<Template>> Compiled = new(CompileAsync);

    public static Task<Template> MainAsync() => Compiled.Value;

    /// <summary>This template and the modules' templates in it.</summary>
    public IEnumerable<Template> WithModules() =>
        Resources
            .Where(resource => resource.Text("type") == "Microsoft.Resources/deployments")
            .SelectMany(module => new Template(module.At("properties.template")).WithModules())
            .Prepend(this);

    public IEnumerable<JsonElement> Resources => Root.Members("resources").Select(resource => resource.Value);

    private static async Task<Template> CompileAsync()
    {
        var said = await BicepCli.RunAsync(BicepCli.InfraFolder, "build", "main.bicep", "--stdout");
        said.ExitCode.ShouldBe(0, said.Complaints);
        return new Template(JsonDocument.Parse(said.Output).RootElement);
    }
}
