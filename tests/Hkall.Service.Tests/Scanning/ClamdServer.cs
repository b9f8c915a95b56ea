using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Hkall.Service.Downloads.Scanning;

namespace Hkall.Service.Tests.Scanning;

/// <summary>
/// ClamAV's real daemon (Debian: <c>clamav-daemon</c>) with a signature database of our own, which knows the harmless test file of EICAR and
/// nothing else: so nothing is downloaded. Where it is not installed the tests that need it say so and prove nothing.
/// </summary>
public sealed class ClamdServer : IAsyncLifetime
{
    private const string Server = "/usr/sbin/clamd";

    /// <summary>The file that every scanner reports, by agreement. It is put together here, so that no scanner reports this source.</summary>
    public static readonly string Eicar = string.Concat(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-", "TEST-FILE!$H+H*");

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("clamd-").FullName;
    private Process? _process;

    public static bool IsInstalled => File.Exists(Server);

    public ClamdAddress Address { get; private set; } = new(new IPEndPoint(IPAddress.Loopback, 1));

    /// <summary>The same daemon by a socket on this machine.</summary>
    public ClamdAddress Local => new(new UnixDomainSocketEndPoint(Path.Combine(_folder, "clamd.sock")));

    public async Task InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        var port = FreePort();
        var database = Directory.CreateDirectory(Path.Combine(_folder, "db")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(database, "ours.ndb"), $"Test.Eicar:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Eicar))}\n");
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "clamd.conf"),
            $"""
            Foreground yes
            DatabaseDirectory {database}
            LocalSocket {Path.Combine(_folder, "clamd.sock")}
            TCPAddr 127.0.0.1
            TCPSocket {port}
            StreamMaxLength 8M
            MaxThreads 4
            """);
        _process = Process.Start(new ProcessStartInfo(Server, ["-c", Path.Combine(_folder, "clamd.conf")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }).ShouldNotBeNull();
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Address = new ClamdAddress(new IPEndPoint(IPAddress.Loopback, port));
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

    /// <summary>It scans once a connection is taken.</summary>
    private async Task WaitForAsync()
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(Address.EndPoint, patience.Token);
                return;
            }
            catch (SocketException) when (!_process!.HasExited)
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
