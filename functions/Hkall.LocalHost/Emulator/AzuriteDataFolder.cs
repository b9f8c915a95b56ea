using System.Diagnostics;
using System.Globalization;

namespace Hkall.LocalHost.Emulator;

/// <summary>
/// The data folder of one Azurite, locked while this object is held. The lock ends with the process that holds it, even a killed
/// one. The process number left in the folder then belongs to an orphan.
/// </summary>
internal sealed class AzuriteDataFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _numberFile;

    private AzuriteDataFolder(string path, FileStream locked)
    {
        Path = path;
        _lock = locked;
        _numberFile = System.IO.Path.Combine(path, "azurite.pid");
    }

    public string Path { get; }

    public static async Task<AzuriteDataFolder> ClaimAsync(string path, TimeProvider clock, CancellationToken cancellation)
    {
        path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(path);
        FileStream locked;
        try
        {
            locked = new FileStream(System.IO.Path.Combine(path, "azurite.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new AzuriteException($"Another bench is using {path}. Stop it, or give this one another folder.", error);
        }

        var folder = new AzuriteDataFolder(path, locked);
        try
        {
            await folder.OutliveOrphanAsync(clock, cancellation);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Records the process number, so that a later bench can find the process.</summary>
    public void Record(int processNumber) => File.WriteAllText(_numberFile, processNumber.ToString(CultureInfo.InvariantCulture));

    /// <summary>Deletes the record, because the process has ended.</summary>
    public void Forget() => File.Delete(_numberFile);

    public void Dispose() => _lock.Dispose();

    private async Task OutliveOrphanAsync(TimeProvider clock, CancellationToken cancellation)
    {
        using var orphan = FindOrphan();
        if (orphan is not null)
        {
            // The orphan has lost its standard input and is writing out its data. A second Azurite in the folder would corrupt that.
            using var patience = new CancellationTokenSource(AzuriteProcess.EndsWithin, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            try
            {
                await orphan.WaitForExitAsync(either.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                orphan.Kill();
                await orphan.WaitForExitAsync(cancellation);
            }
        }

        Forget();
    }

    private Process? FindOrphan()
    {
        if (!File.Exists(_numberFile) || !int.TryParse(File.ReadAllText(_numberFile), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        try
        {
            var process = Process.GetProcessById(number);
            if (IsOurs(process))
            {
                return process;
            }

            process.Dispose();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException)
        {
            // The process has ended, before or during the check.
        }

        return null;
    }

    /// <summary>
    /// Whether the recorded number still belongs to our Azurite: systems reuse process numbers, and another program must not be
    /// ended. On Linux the command line of the process decides. Elsewhere, a Node.js process older than the record is ours.
    /// </summary>
    private bool IsOurs(Process process)
    {
        var arguments = $"/proc/{process.Id}/cmdline";
        return File.Exists(arguments)
            ? File.ReadAllText(arguments).Split('\0').Contains(Path, StringComparer.Ordinal)
            : process.ProcessName.Contains("node", StringComparison.OrdinalIgnoreCase)
                && process.StartTime.ToUniversalTime() <= File.GetLastWriteTimeUtc(_numberFile);
    }
}
