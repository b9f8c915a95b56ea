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
        var built = await BicepServer.CompileAsync(Path.Combine(BicepCli.InfraFolder, "main.bicep"));
        built.Flag("success").ShouldBeTrue(built.At("diagnostics").GetRawText());
        return new Template(JsonDocument.Parse(built.Text("contents")).RootElement);
    }
}
