using System.Reflection;

namespace Hkall.LocalHost.Emulator;

/// <summary>Azurite could not be started. The message says how to fix it.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The location of the pinned Azurite, and the Node.js that runs it.</summary>
public sealed record AzuriteInstallation(string Folder, string Node = "node")
{
    /// <summary>The installation made by the build of this project.</summary>
    public static AzuriteInstallation OfThisBuild { get; } = new(
        typeof(AzuriteInstallation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "AzuriteFolder")?.Value
        ?? throw new InvalidOperationException("The build has not recorded where Azurite is."));

    /// <summary>The script that Node.js runs.</summary>
    public string Entry => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <summary>Our script, loaded first: it ends Azurite when its host ends.</summary>
    public string Watch => Path.Combine(Folder, "ends-with-its-host.js");

    /// <exception cref="AzuriteException">Azurite is not installed.</exception>
    public void Check()
    {
        if (!File.Exists(Entry))
        {
            throw new AzuriteException($"Azurite is not installed in {Folder}. Run 'npm ci' there, or start with --storage memory.");
        }
    }
}
