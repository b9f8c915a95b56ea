using System.Reflection;

namespace Hkall.LocalHost.Emulator;

/// <summary>Azurite could not be started. The message says what to do about it.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where the pinned Azurite is, and the Node.js that runs it.</summary>
public sealed record AzuriteInstallation(string Folder, string Node = "node")
{
    /// <summary>The one that the build of this project installed.</summary>
    public static AzuriteInstallation OfThisBuild { get; } = new(
        typeof(AzuriteInstallation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "AzuriteFolder")?.Value
        ?? throw new InvalidOperationException("The build has not recorded where Azurite is."));

    /// <summary>What Node.js is given to run.</summary>
    /// <exception cref="AzuriteException">It is not installed.</exception>
    public IReadOnlyList<string> Entry()
    {
        var entry = Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        return File.Exists(entry)
            ? ["--require", Path.Combine(Folder, "ends-with-its-host.js"), entry]
            : throw new AzuriteException($"Azurite is not installed in {Folder}. Run 'npm ci' there, or start with --storage memory.");
    }
}
