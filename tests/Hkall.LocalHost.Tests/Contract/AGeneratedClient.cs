using System.Diagnostics;
using System.Reflection;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>A typed client made from the description by openapi-typescript, in a folder of its own, and a program that uses it.</summary>
internal sealed class AGeneratedClient : IDisposable
{
    /// <summary>Making types and checking them takes seconds; a machine with much else to do takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hkall-client-");

    /// <summary>Where the build installed what makes it.</summary>
    private static string Tools { get; } = typeof(AGeneratedClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "ClientFolder").Value!;

    public static bool CanBeMade => new[] { "openapi-typescript", "openapi-fetch", "typescript" }
        .All(package => File.Exists(Path.Combine(Tools, "node_modules", package, "package.json")));

    public static async Task<AGeneratedClient> OfAsync(byte[] description)
    {
        var client = new AGeneratedClient();
        Directory.CreateSymbolicLink(client.At("node_modules"), Path.Combine(Tools, "node_modules"));
        await File.WriteAllTextAsync(client.At("package.json"), """{ "type": "module" }""");
        await File.WriteAllBytesAsync(client.At("openapi.json"), description);
        foreach (var file in new[] { "patron.ts", "tsconfig.json" })
        {
            File.Copy(Path.Combine(Tools, file), client.At(file));
        }

        await client.RunAsync("node_modules/openapi-typescript/bin/cli.js", "openapi.json", "-o", "schema.d.ts");
        return client;
    }

    /// <summary>Checks the program against the types, strictly, and compiles it.</summary>
    public Task CompileAsync() => RunAsync("node_modules/typescript/bin/tsc", "--project", ".");

    /// <summary>Runs the program.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> UseAsync(Uri bench, string token) => RunAsync("patron.js", bench.ToString().TrimEnd('/'), token);

    public void Dispose()
    {
        // The link alone is removed, not what it leads to.
        Directory.Delete(At("node_modules"));
        _folder.Delete(recursive: true);
    }

    private string At(string file) => Path.Combine(_folder.FullName, file);

    private async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, $"{arguments[0]}\n{await said}\n{await faults}");
        return await said;
    }
}

/// <summary>A test that needs Node.js and the tools of the client; where they are missing it is left out, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GeneratedClientFactAttribute : FactAttribute
{
    public GeneratedClientFactAttribute() => Skip = AGeneratedClient.CanBeMade
        ? null : "!!! NO CLIENT WAS GENERATED HERE: openapi-typescript is not installed (npm ci in tests/Hkall.LocalHost.Tests/client).";
}
