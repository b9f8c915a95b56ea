using System.Net;
using System.Net.Sockets;
using System.Text;
using Hkall.Service.Downloads.Scanning;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;
using Hkall.Service.Storage.Memory;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Scanning;

/// <summary>A daemon that fails: only a clear answer is one, and nothing else counts as clean.</summary>
public sealed class ScriptedClamdTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("stream: OK\0", "clean")]
    [InlineData("stream: OK\n", "clean")]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND\0", "infected Win.Test.EICAR_HDB-1")]
    [InlineData("stream: two words FOUND\0", "infected two words")]
    [InlineData("stream:  FOUND\0", "not now")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", "not now")]
    [InlineData("stream: Can't allocate memory ERROR\0", "not now")]
    [InlineData("UNKNOWN COMMAND\0", "not now")]
    [InlineData("stream: OK and more\0", "not now")]
    [InlineData("ok\0", "not now")]
    [InlineData("", "not now")]
    public async Task An_answer_is_clean_infected_or_none(string answer, string verdict)
    {
        await using var daemon = new ADaemon(Encoding.UTF8.GetBytes(answer));

        Told(await daemon.Scanner(new MachineTime(new FakeTimeProvider())).ScanAsync(Of("%PDF-1.7"), CancellationToken.None)).ShouldBe(verdict);
        daemon.Heard.ShouldBe("zINSTREAM\0\0\0\0\u0008%PDF-1.7\0\0\0\0");
    }

    [Fact]
    public async Task An_endless_answer_is_none()
    {
        await using var daemon = new ADaemon(Encoding.UTF8.GetBytes(new string('x', 1_000_000)));

        Told(await daemon.Scanner(new MachineTime(new FakeTimeProvider())).ScanAsync(Of("%PDF-1.7"), CancellationToken.None)).ShouldBe("not now");
    }

    [Fact]
    public async Task A_daemon_that_is_not_there_is_no_answer()
    {
        var address = new ClamdAddress(new IPEndPoint(IPAddress.Loopback, 1));

        Told(await new ClamdScanner(address, new MemoryBlobs(), new MachineTime(new FakeTimeProvider())).ScanAsync(Of("x"), CancellationToken.None))
            .ShouldBe("not now");
    }

    [Fact]
    public async Task A_daemon_that_never_answers_is_waited_for_no_longer_than_the_time_for_a_file()
    {
        var clock = new FakeTimeProvider();
        await using var daemon = new ADaemon(answer: null);

        var scan = daemon.Scanner(new MachineTime(clock)).ScanAsync(Of("%PDF-1.7"), CancellationToken.None);
        await daemon.HasHeardAll;
        clock.Advance(Patience);

        Told(await scan).ShouldBe("not now");
    }

    [Fact]
    public async Task A_caller_that_gives_up_ends_the_scan()
    {
        await using var daemon = new ADaemon(answer: null);
        using var gone = new CancellationTokenSource();

        var scan = daemon.Scanner(new MachineTime(new FakeTimeProvider())).ScanAsync(Of("%PDF-1.7"), gone.Token);
        await daemon.HasHeardAll;
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => scan);
    }

    [Theory]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("scanner.example:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("scanner.example", false)]
    [InlineData("scanner.example:0", false)]
    [InlineData("scanner.example:70000", false)]
    [InlineData(":3310", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_is_a_host_with_a_port_or_a_path(string? text, bool isOne) => ClamdAddress.TryParse(text, out _).ShouldBe(isOne);

    [Theory]
    [InlineData("No threats found", "clean")]
    [InlineData("Malicious", "infected malware")]
    [InlineData("Error", "not now")]
    [InlineData("Not scanned", "not now")]
    [InlineData("no threats found", "not now")]
    [InlineData(null, "not now")]
    public void Defenders_tag_calls_a_file_clean_in_one_word_only(string? result, string verdict) => Told(DefenderScanner.VerdictOf(
        result is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Malware Scanning scan result"] = result })).ShouldBe(verdict);

    private static MemoryStream Of(string content) => new(Encoding.Latin1.GetBytes(content));

    private static string Told(FileVerdict verdict) => verdict switch
    {
        FileVerdict.Clean => "clean",
        FileVerdict.Infected infected => $"infected {infected.Malware}",
        FileVerdict.NotNow => "not now",
        _ => "once stored",
    };

    /// <summary>Listens to one file to its end and says what it was given; without an answer it only keeps the line open.</summary>
    private sealed class ADaemon : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource _heardAll = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _end = new();
        private readonly StringBuilder _heard = new();
        private readonly Task _serving;

        public ADaemon(byte[]? answer)
        {
            _listener.Start();
            _serving = ServeAsync(answer);
        }

        public string Heard => _heard.ToString();

        public Task HasHeardAll => _heardAll.Task;

        public ClamdScanner Scanner(MachineTime machine) =>
            new(new ClamdAddress((IPEndPoint)_listener.LocalEndpoint), new MemoryBlobs(), machine, Patience);

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            _listener.Dispose();
            await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _end.Dispose();
        }

        private async Task ServeAsync(byte[]? answer)
        {
            using var caller = await _listener.AcceptTcpClientAsync(_end.Token);
            await using var stream = caller.GetStream();
            var buffer = new byte[4096];
            while (!Heard.EndsWith("\0\0\0\0", StringComparison.Ordinal))
            {
                var read = await stream.ReadAsync(buffer, _end.Token);
                _heard.Append(Encoding.Latin1.GetString(buffer, 0, read));
                if (read == 0)
                {
                    return;
                }
            }

            _heardAll.TrySetResult();
            if (answer is null)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, new FakeTimeProvider(), _end.Token);
                return;
            }

            await stream.WriteAsync(answer, _end.Token);
        }
    }
}
