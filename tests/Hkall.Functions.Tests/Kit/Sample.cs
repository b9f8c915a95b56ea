using System.Text.Json;
using Hkall.Functions.Settings;
using Hkall.Service.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        builder.AddAzureServices(AppSettings.From(Configuration(Settings())));

        // Built without Communication Services, the shell has no mailer of its own.
        builder.Services.TryAddSingleton<IMailer, NoMailer>();
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private sealed class NoMailer : IMailer
    {
        public Task<MailResult> SendAsync(Mail mail, CancellationToken cancellation) => throw new InvalidOperationException("Nothing is sent here.");

        public Task<bool?> WasSentAsync(string operationId, CancellationToken cancellation) => throw new InvalidOperationException("Nothing is sent here.");
    }
}
