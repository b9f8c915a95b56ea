using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hkall.TestKit.Drivers;

/// <summary>
/// The server of a library that keeps no rule of HTTP: it answers with just the bytes that it is given, one part after another, and then holds
/// the line until it is put away. It sends on when its client has read, so nothing in it sleeps.
/// </summary>
public sealed class ARudeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _away = new();
    private readonly ConcurrentBag<Task> _calls = [];
    private readonly Task _listening;

    private ARudeServer()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/inbox");

    /// <summary>The request lines that came, oldest first.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What it answers, in parts; an answer without end is one whose parts have none.</summary>
    public Func<IEnumerable<string>> Answers { get; set; } = () => ["HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"];

    /// <summary>Whether it hangs up after its last part; else it holds the line.</summary>
    public bool HangsUp { get; set; }

    public static ARudeServer Start() => new();

    public async ValueTask DisposeAsync()
    {
        await _away.CancelAsync();
        _listener.Dispose();
        await _listening;
        await Task.WhenAll(_calls);
        _away.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _calls.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_away.Token)));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                Asked.Enqueue(await ReadAsync(stream));
                foreach (var part in Answers())
                {
                    await stream.WriteAsync(Encoding.Latin1.GetBytes(part), _away.Token);
                }

                if (!HangsUp)
                {
                    // Ends when the client gives up, or when the server is put away.
                    await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, _away.Token);
                }
            }
            catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
            {
            }
        }
    }

    /// <summary>Reads the head and the body of a request; gives its first line.</summary>
    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var read = new StringBuilder();
        var buffer = new byte[4096];
        var end = -1;
        while (end < 0)
        {
            var count = await stream.ReadAsync(buffer, _away.Token);
            if (count == 0)
            {
                break;
            }

            read.Append(Encoding.Latin1.GetString(buffer, 0, count));
            var head = read.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head >= 0 && read.Length >= head + 4 + LengthIn(read.ToString()[..head]))
            {
                end = head;
            }
        }

        return read.ToString().Split("\r\n")[0];
    }

    private static int LengthIn(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
