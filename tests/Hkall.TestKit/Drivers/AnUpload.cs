using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Hkall.TestKit.Drivers;

/// <summary>Somebody who sends a large file and hangs up in the middle of it. As a service of a bench it sees when the bench is done with the call.</summary>
public sealed class AnUpload : IStartupFilter
{
    /// <summary>What is said to come.</summary>
    public const long SaidBytes = 150L * 1024 * 1024;

    /// <summary>What comes: more than the machine keeps between two programs, so that the bench has read much of it when all is sent.</summary>
    private const int SentBytes = 48 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _begun = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ended = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            // What is asked for first is done last: by then everything that the call had open is closed.
            context.Response.OnCompleted(() =>
            {
                Of(_ended, context.Request.Path).TrySetResult();
                return Task.CompletedTask;
            });
            Of(_begun, context.Request.Path).TrySetResult();
            await rest(context);
        });
        next(app);
    };

    /// <param name="begins">What comes before the bytes of the file.</param>
    /// <param name="midway">Looks at the bench when much has been sent.</param>
    /// <param name="sentBytes">How much is sent before the caller hangs up.</param>
    public async Task AbortAsync(
        ABench bench, string method, string path, IEnumerable<(string Name, string Value)> headers, string begins = "", Action? midway = null,
        int sentBytes = SentBytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(bench.Url.Host, bench.Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Head(bench, method, path, headers) + begins));
        var piece = new byte[1024 * 1024];
        for (var sent = 0; sent < sentBytes; sent += piece.Length)
        {
            await stream.WriteAsync(piece);
        }

        // What the bench has not read when the caller hangs up never reaches it, so it must have begun.
        await Of(_begun, path).Task.WaitAsync(Patience);
        midway?.Invoke();
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        await Of(_ended, path).Task.WaitAsync(Patience);
        _begun.TryRemove(path, out _);
        _ended.TryRemove(path, out _);
    }

    public static string Head(ABench bench, string method, string path, IEnumerable<(string Name, string Value)> headers) =>
        $"{method} {path} HTTP/1.1\r\nHost: {bench.Url.Authority}\r\nContent-Length: {SaidBytes}\r\n"
        + string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n")) + "\r\n";

    private static TaskCompletionSource Of(ConcurrentDictionary<string, TaskCompletionSource> calls, string path) =>
        calls.GetOrAdd(path, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
