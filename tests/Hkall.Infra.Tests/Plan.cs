using System.Collections.Concurrent;
using System.Text.Json;

namespace Hkall.Infra.Tests;

/// <summary>
/// What a deployment would make: the template with an environment's parameters filled in and every loop, condition and
/// module worked out. Only what Azure alone knows stays an expression.
/// </summary>
public sealed record Plan(IReadOnlyList<JsonElement> Resources, JsonElement Outputs)
{
    public const string Dev = "dev";
    public const string Prod = "prod";

    /// <summary>Where it would be deployed to. Every member must be sent; one that is null stays an expression in the plan.</summary>
    private static readonly object Place = new
    {
        tenantId = (string?)null,
        subscriptionId = "11111111-1111-1111-1111-111111111111",
        resourceGroup = "hkall",
        location = "eastasia",
        deploymentName = (string?)null,
    };

    private static readonly ConcurrentDictionary<(string Environment, string More, (string, string) Replace), Lazy<Task<Plan>>> Plans = new();

    /// <param name="environment">Whose parameter file.</param>
    /// <param name="more">Parameters besides those in the file, as Bicep.</param>
    /// <param name="replace">Words of the file, and what stands there instead.</param>
    public static Task<Plan> ForAsync(string environment, string more = "", (string Old, string New) replace = default) =>
        Plans.GetOrAdd((environment, more, replace), _ => new Lazy<Task<Plan>>(() => MakeAsync(environment, more, replace))).Value;

    public IReadOnlyList<JsonElement> All(string type) =>
        [.. Resources.Where(resource => resource.Text("type").Equals(type, StringComparison.OrdinalIgnoreCase))];

    public JsonElement One(string type) => All(type).ShouldHaveSingleItem();

    public IReadOnlyDictionary<string, string> AppSettings =>
        One("Microsoft.Web/sites/config").Members("properties").ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);

    private static async Task<Plan> MakeAsync(string environment, string more, (string Old, string New) replace)
    {
        // The parameter file names its template by a path beside it, so a changed file needs a copy of the whole folder.
        var folder = BicepCli.CopyOfInfra();
        try
        {
            var parameters = Path.Combine(folder.FullName, $"main.{environment}.bicepparam");
            var text = await File.ReadAllTextAsync(parameters);
            if (replace.Old is { } old)
            {
                text.ShouldContain(old);
                text = text.Replace(old, replace.New, StringComparison.Ordinal);
            }

            await File.WriteAllTextAsync(parameters, text + more);
            var made = await BicepServer.AskAsync("bicep/getSnapshot", new { path = parameters, metadata = Place, externalInputs = Array.Empty<object>() });
            var snapshot = JsonDocument.Parse(made.Text("snapshot")).RootElement;
            snapshot.At("diagnostics").GetArrayLength().ShouldBe(0);
            return new Plan([.. snapshot.At("predictedResources").EnumerateArray()], snapshot.At("outputs"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
