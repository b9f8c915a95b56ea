using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Hkall.Scans;
using Hkall.Service.Engine;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Scans;

/// <summary>
/// Starts the program that reads and stamps a file. A hostile file can exhaust the time, the memory or the stack of any reader, and the last
/// cannot be caught: so each file has a process of its own, without our settings, which is ended when its time is over.
/// </summary>
public sealed partial class ScanTool(MachineTime machine, ILogger<ScanTool> log) : IDisposable
{
    /// <summary>The largest file that is read: the program holds it in memory, with as much again for what it writes.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    /// <summary>A machine of two processors keeps one for everything else.</summary>
    public const int MostAtOnce = 2;

    /// <summary>Reading and writing the largest file takes some seconds.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <summary>The most memory of a process: 512 MiB, in the notation of the runtime.</summary>
    private const string HeapLimit = "20000000";

    /// <summary>The longest answer: some lists of pages.</summary>
    private const int LongestAnswer = 256 * 1024;

    private readonly SemaphoreSlim _places = new(MostAtOnce);

    /// <summary>A place for one file; dispose it to free the place and to delete the files.</summary>
    public async Task<ScanFolder> EnterAsync(CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation);
        try
        {
            return new ScanFolder(_places);
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>What is in the file; null if the program ended without an answer.</summary>
    public Task<InspectAnswer?> InspectAsync(ScanFolder folder, CancellationToken cancellation) =>
        RunAsync<InspectAnswer>(["inspect", folder.Original], input: null, cancellation);

    /// <summary>Why the file was not stamped; null if the stamped one is in the folder.</summary>
    public async Task<Hindrance?> StampAsync(ScanFolder folder, StampOrder order, CancellationToken cancellation) =>
        await RunAsync<StampAnswer>(["stamp", folder.Original, folder.Stamped], JsonSerializer.Serialize(order), cancellation) is { } answer
            ? Said(answer.Hindrance ?? (File.Exists(folder.Stamped) ? null : Hindrance.CannotBeRead))
            : Hindrance.CannotBeRead;

    private Hindrance? Said(Hindrance? why)
    {
        if (why == Hindrance.NoFont)
        {
            NoFont(log);
        }

        return why;
    }

    public void Dispose() => _places.Dispose();

    private async Task<T?> RunAsync<T>(string[] arguments, string? input, CancellationToken cancellation)
        where T : class
    {
        using var ended = new CancellationTokenSource(TimeLimit, machine.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, cancellation);
        using var process = new Process { StartInfo = StartOf(arguments) };
        try
        {
            process.Start();
            var said = ReadAsync(process.StandardOutput, either.Token);
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token);
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), either.Token);
            }

            process.StandardInput.Close();
            var answer = await said;
            await complaints;
            await process.WaitForExitAsync(either.Token);
            if (process.ExitCode == 0)
            {
                return JsonSerializer.Deserialize<T>(answer);
            }

            Ended(log, arguments[0], process.ExitCode.ToString(CultureInfo.InvariantCulture));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Ended(log, arguments[0], "too slow");
        }
        catch (Exception failed) when (failed is System.ComponentModel.Win32Exception or IOException or JsonException)
        {
            Failed(log, arguments[0], failed);
        }
        finally
        {
            End(process);
        }

        return null;
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended, or it never started.
        }
    }

    private static async Task<string> ReadAsync(StreamReader said, CancellationToken cancellation)
    {
        var answer = new char[LongestAnswer];
        var read = await said.ReadBlockAsync(answer, cancellation);
        return new string(answer, 0, read);
    }

    private static ProcessStartInfo StartOf(string[] arguments)
    {
        var start = new ProcessStartInfo(Runtime(), [Path.Combine(AppContext.BaseDirectory, "Hkall.Scans.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        // Nothing of ours: no address, no secret.
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }

    /// <summary>The runtime that runs us; a host with a starter of its own finds it beside the shared framework.</summary>
    private static string Runtime() =>
        Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet"
            ? own
            : Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    [LoggerMessage(3931, LogLevel.Warning, "The program for scans did not answer ({Order}): {How}")]
    private static partial void Ended(ILogger log, string order, string how);

    [LoggerMessage(3933, LogLevel.Error, "Copies go out without a stamp: the fonts are not beside the program (Debian: fonts-dejavu-core, fonts-droid-fallback)")]
    private static partial void NoFont(ILogger log);

    [LoggerMessage(3932, LogLevel.Error, "The program for scans could not be used ({Order})")]
    private static partial void Failed(ILogger log, string order, Exception failure);
}
