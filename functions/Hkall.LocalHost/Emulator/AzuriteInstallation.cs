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
    public string Entry => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Ours, loaded before it: ends Azurite together with its host.</summary>
    public string Watch => Path.Combine(Folder, "ends-with-its-host.js");

    /// <exception cref="AzuriteException">It is not installed.</exception>
    public void Check()
    {
        if (!File.Exists(Entry))
        {
            throw new AzuriteException($"Azurite is not installed in {Folder}. Run 'npm ci' there, or start with --storage memory.");
        }
    }
}
