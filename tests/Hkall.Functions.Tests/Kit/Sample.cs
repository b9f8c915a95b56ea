using System.Text.Json;
using Hkall.Functions.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Functions.Tests.Kit;

/// <summary>The settings of local.settings.sample.json, and the shell composed from them.</summary>
public static class Sample
{
    /// <summary>By the names the code reads: two underscores are a colon.</summary>
    public static Dictionary<string, string?> Settings()
    {
        using var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")));
        return sample.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(setting => setting.Name.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value.GetString());
    }

    public static IConfiguration Configuration(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    /// <summary>Everything the shell composes; nothing is started.</summary>
    public static ServiceProvider Shell()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddShell(AppSettings.From(Configuration(Settings())));
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
