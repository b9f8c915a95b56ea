using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Hkall.LocalHost.Tests.Replies;

/// <summary>
/// Debian's IMAP server (<c>dovecot-imapd</c>), with mailboxes in a folder of its own. It needs to be started by root. Where it is not installed, or
/// the tests run as somebody else, the tests that need it say so and prove nothing.
/// </summary>
public sealed class DovecotServer : IAsyncLifetime
{
    /// <summary>Of every mailbox: a name that signs in has one.</summary>
    public const string Password = "secret";

    private const string Server = "/usr/sbin/dovecot";

    /// <summary>Nobody, who owns the mailboxes: the server does not read mail of root.</summary>
    private const int Nobody = 65534;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("imap-").FullName;
    private Process? _process;

    public static bool CanRun => OperatingSystem.IsLinux() && File.Exists(Server) && Geteuid() == 0;

    public int Port { get; private set; }

    public async Task InitializeAsync()
    {
        if (!CanRun || !OperatingSystem.IsLinux())
        {
            return;
        }

        Port = FreePort();
        var mail = Directory.CreateDirectory(Path.Combine(_folder, "mail")).FullName;
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(mail, (UnixFileMode)0b111_111_111);
        var settings = Path.Combine(_folder, "dovecot.conf");
        await File.WriteAllTextAsync(
            settings,
            $$"""
            base_dir = {{_folder}}/run
            log_path = {{_folder}}/log
            ssl = no
            disable_plaintext_auth = no
            protocols = imap
            listen = 127.0.0.1
            mail_location = maildir:{{mail}}/%u
            first_valid_uid = 1
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{Nobody}} gid={{Nobody}} home={{mail}}/%u
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            """);
        _process = Process.Start(new ProcessStartInfo(Server, ["-F", "-c", settings])).ShouldNotBeNull();
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

    private async Task WaitForAsync()
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, Port), patience.Token);
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

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Geteuid();
}
