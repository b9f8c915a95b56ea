using System.ComponentModel;
using System.Diagnostics;

namespace Hkall.LocalHost.Emulator;

/// <summary>
/// An Azurite of our own, as a child process that ends with this process. Closing its standard input stops it, after it has
/// written out everything it acknowledged; killing it would lose the last seconds.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    /// <summary>A start takes one to two seconds. On a very busy machine a minute was not enough; an Azurite that cannot start ends at once.</summary>
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromMinutes(3);

    /// <summary>The time to write everything out and finish open responses. Long, because data not written by then is lost.</summary>
    internal static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly AzuriteDataFolder? _data;
    private readonly TimeProvider _clock;
    private readonly AzuriteAddresses _addresses = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _complaints;
    private bool _disposed;

    private AzuriteProcess(Process process, AzuriteDataFolder? data, TimeProvider clock)
    {
        _process = process;
        _data = data;
        _clock = clock;
        Id = process.Id;
        _complaints = process.StandardError.ReadToEndAsync();
        Ended = ReadOutputAsync();
    }

    /// <summary>The process number.</summary>
    public int Id { get; }

    /// <summary>Completes when Azurite has ended for any reason.</summary>
    public Task Ended { get; }

    public string ConnectionString => _addresses.ConnectionString;

    /// <param name="dataFolder">Where the data stays between starts; null keeps it in memory.</param>
    /// <param name="clock">Real time, not a manual clock: it limits how long we wait for a process.</param>
    /// <param name="installation">An installation other than that of this build.</param>
    /// <exception cref="AzuriteException">Node.js or Azurite is missing, the folder is in use, or it did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(
        string? dataFolder, TimeProvider clock, CancellationToken cancellation, AzuriteInstallation? installation = null)
    {
        installation ??= AzuriteInstallation.OfThisBuild;
        installation.Check();
        var data = dataFolder is null ? null : await AzuriteDataFolder.ClaimAsync(dataFolder, clock, cancellation);
        AzuriteProcess azurite;
        try
        {
            var process = StartChild(installation, data?.Path);
            data?.Record(process.Id);
            azurite = new AzuriteProcess(process, data, clock);
        }
        catch
        {
            data?.Dispose();
            throw;
        }

        try
        {
            await azurite._ready.Task.WaitAsync(ReadyWithin, clock, cancellation);
            return azurite;
        }
        catch (Exception error)
        {
            await azurite.DisposeAsync();
            throw error is TimeoutException ? new AzuriteException($"Azurite was not ready within {ReadyWithin}.", error) : error;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync().WaitAsync(EndsWithin, _clock);
        }
        catch (Exception error) when (error is TimeoutException or IOException)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await Ended;
        _process.Dispose();
        _data?.Forget();
        _data?.Dispose();
    }

    internal static Process StartChild(AzuriteInstallation installation, string? dataFolder)
    {
        // With port 0 the system chooses a free one. The newest clients use API versions that this Azurite does not know yet.
        string[] options =
        [
            "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            "--skipApiVersionCheck", "--silent", "--disableTelemetry",
        ];
        string[] place = dataFolder is null ? ["--inMemoryPersistence"] : ["--location", dataFolder];
        var start = new ProcessStartInfo(installation.Node, ["--require", installation.Watch, installation.Entry, .. options, .. place])
        {
            WorkingDirectory = dataFolder ?? installation.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start) ?? throw new AzuriteException("Azurite's process could not be started.");
        }
        catch (Win32Exception error)
        {
            throw new AzuriteException($"Node.js could not be started as '{installation.Node}'. Install Node.js 20, or start with --storage memory.", error);
        }
    }

    /// <summary>Reads the output to the end, ready or not: a full output pipe would block the process that writes it.</summary>
    private async Task ReadOutputAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _addresses.Read(line);
            if (_addresses.AreComplete)
            {
                _ready.TrySetResult();
            }
        }

        _ready.TrySetException(new AzuriteException($"Azurite ended before it was ready. It said: {(await _complaints).Trim()}"));
    }
}
