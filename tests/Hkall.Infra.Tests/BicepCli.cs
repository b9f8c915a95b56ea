using System.Diagnostics;
using System.Reflection;

namespace Hkall.Infra.Tests;

/// <summary>What the Bicep command line said.</summary>
public sealed record Said(int ExitCode, string Output, string Complaints);

/// <summary>The pinned Bicep command line. It needs no network: every module is in the repository.</summary>
public static class BicepCli
{
    public const string Version = "0.49.2";

    /// <summary>A run takes seconds; one that hangs must not hang the build.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<string> Program = new(Find);

    public static string InfraFolder { get; } = Path.GetFullPath(Metadata("InfraFolder"));

    public static Process Start(string folder, bool redirectInput, params string[] arguments)
    {
        var start = new ProcessStartInfo(Program.Value, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            // Nobody reads the complaints of the server, and a pipe that nobody reads would fill and stop it.
            RedirectStandardError = !redirectInput,
            // Bare machines have no ICU, and templates need none.
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The Bicep command line did not start.");
    }

    public static async Task<Said> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, redirectInput: false, arguments);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complaints = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new Said(process.ExitCode, await output, await complaints);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"bicep {string.Join(' ', arguments)} did not end.");
        }
    }

    /// <summary>A copy of the folder, for parameter files that a test changes. The caller deletes it.</summary>
    public static DirectoryInfo CopyOfInfra()
    {
        var folder = Directory.CreateTempSubdirectory("hkall-infra-");
        foreach (var file in Directory.EnumerateFiles(InfraFolder, "*.bicep*", SearchOption.AllDirectories)
            .Append(Path.Combine(InfraFolder, "bicepconfig.json")))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(InfraFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    /// <summary>The package has the program for Linux; elsewhere BICEP_CLI names one of the same version.</summary>
    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("BICEP_CLI") is { Length: > 0 } own)
        {
            return own;
        }

        var packaged = Metadata("BicepCli");
        if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(packaged).HasFlag(UnixFileMode.UserExecute))
        {
            // Packages carry no file modes.
            File.SetUnixFileMode(packaged, File.GetUnixFileMode(packaged) | UnixFileMode.UserExecute);
        }

        return packaged;
    }

    private static string Metadata(string key) =>
        typeof(BicepCli).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"{key} is not set.");
}
