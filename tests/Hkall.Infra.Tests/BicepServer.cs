using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hkall.Infra.Tests;

/// <summary>
/// One Bicep process that answers every question of the run by JSON-RPC over its standard streams. Starting the program and warming
/// it up takes seconds; each compilation after that takes half a second. It ends when its input closes, which is when the test run ends.
/// </summary>
public sealed class BicepServer
{
    /// <summary>An answer takes seconds; one that hangs must not hang the build.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<BicepServer> Running = new(() => new BicepServer());

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Process _process;
    private int _asked;

    private BicepServer() => _process = BicepCli.Start(BicepCli.InfraFolder, redirectInput: true, "jsonrpc", "--stdio");

    /// <param name="method">Of the protocol of the command line: <c>bicep/compile</c>, <c>bicep/getSnapshot</c> and so on.</param>
    /// <param name="parameters">What the method takes.</param>
    /// <returns>The result; an error that the server reports fails the test.</returns>
    public static async Task<JsonElement> AskAsync(string method, object parameters)
    {
        var server = Running.Value;
        await server._oneAtATime.WaitAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await server.AnswerAsync(method, parameters, patience.Token);
        }
        catch (OperationCanceledException)
        {
            server._process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{method} was not answered.");
        }
        finally
        {
            server._oneAtATime.Release();
        }
    }

    /// <summary>Compiles a template or a parameter file; the caller checks the diagnostics.</summary>
    public static Task<JsonElement> CompileAsync(string path) => path.EndsWith(".bicepparam", StringComparison.Ordinal)
        ? AskAsync("bicep/compileParams", new { path, parameterOverrides = new Dictionary<string, object>() })
        : AskAsync("bicep/compile", new { path });

    private async Task<JsonElement> AnswerAsync(string method, object parameters, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = ++_asked, method, @params = parameters });
        var input = _process.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")), cancellation);
        await input.WriteAsync(body, cancellation);
        await input.FlushAsync(cancellation);

        var answer = await ReadAsync(_process.StandardOutput.BaseStream, cancellation);
        return answer.Find("error") is { } error ? throw new ShouldAssertException($"{method}: {error.GetRawText()}") : answer.At("result");
    }

    /// <summary>The next message: headers, an empty line, and as many bytes as the headers say.</summary>
    private static async Task<JsonElement> ReadAsync(Stream output, CancellationToken cancellation)
    {
        const string Length = "Content-Length:";
        var headers = new StringBuilder();
        var next = new byte[1];
        while (!headers.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await output.ReadExactlyAsync(next, cancellation);
            headers.Append((char)next[0]);
        }

        var length = headers.ToString().Split("\r\n").Single(header => header.StartsWith(Length, StringComparison.OrdinalIgnoreCase))[Length.Length..];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(body, cancellation);
        return JsonDocument.Parse(body).RootElement;
    }
}
