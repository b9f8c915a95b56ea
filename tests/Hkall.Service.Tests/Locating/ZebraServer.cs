using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hkall.Service.Tests.Locating;

/// <summary>
/// A real SRU server, Zebra of Index Data (Debian: <c>idzebra-2.0</c>), over records of our own writing, in a temporary folder
/// and on a free port. Where it is not installed the tests that need it say so and prove nothing.
/// </summary>
public sealed class ZebraServer : IAsyncLifetime
{
    private const string Server = "/usr/bin/zebrasrv";
    private const string Indexer = "/usr/bin/zebraidx";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("zebra-").FullName;
    private Process? _process;

    public static bool IsInstalled => File.Exists(Server) && File.Exists(Indexer);

    public Uri Address { get; private set; } = new("http://127.0.0.1:1/none");

    public async Task InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        foreach (var name in (string[])["register", "shadow", "records"])
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
        }

        var port = FreePort();
        foreach (var (name, text) in ZebraFiles.All(port))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), text);
        }

        // What is indexed lies in the shadow register until it is committed.
        foreach (var step in (string[][])[["init"], ["update", "records"], ["commit"]])
        {
            await RunAsync(["-c", "zebra.cfg", .. step]);
        }

        _process = Start(Server, "-f", "server.xml");
        Address = new Uri($"http://127.0.0.1:{port}/Default");
        await WaitForAsync();
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true };
        var process = Process.Start(start).ShouldNotBeNull();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private async Task RunAsync(string[] arguments)
    {
        using var process = Start(Indexer, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, string.Join(' ', arguments));
    }

    /// <summary>It serves once a connection is taken.</summary>
    private async Task WaitForAsync()
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"{Address}?version=1.1&operation=explain"), patience.Token);
                return;
            }
            catch (HttpRequestException) when (!_process!.HasExited)
            {
                await Task.Yield();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
