using System.Diagnostics;
using System.Reflection;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>
/// The certified OpenID provider of <c>oidc/provider.mjs</c>, as a process of our own: claims in UserInfo only, pushed authorization
/// requests and PKCE demanded.
/// </summary>
internal sealed class ARealProvider : IAsyncDisposable
{
    public const string ClientId = "hkall";
    public const string ClientSecret = "a-secret-of-the-two-that-is-long-enough";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ARealProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <summary>Where the build installed it.</summary>
    private static string Folder { get; } = typeof(ARealProvider).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "OidcFolder").Value!;

    public static bool IsInstalled => File.Exists(Path.Combine(Folder, "node_modules", "oidc-provider", "package.json"));

    public static async Task<ARealProvider> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("node", ["provider.mjs", ClientId, ClientSecret])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new ARealProvider(process, (await LineAsync(process, "issuer "))["issuer ".Length..]);
    }

    /// <summary>Begins to serve the bench. Until then the provider is away.</summary>
    public Task ServeAsync(Uri bench) => TellAsync(bench.ToString().TrimEnd('/'));

    public Task GoAwayAsync() => TellAsync("down");

    public Task ComeBackAsync() => TellAsync("up");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task TellAsync(string word)
    {
        await _process.StandardInput.WriteLineAsync(word);
        await _process.StandardInput.FlushAsync();
        await LineAsync(_process, "done");
    }

    private static async Task<string> LineAsync(Process process, string begins)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(begins, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new ShouldAssertException("The provider ended before it was ready.");
    }
}

/// <summary>A test that needs the provider; where Node.js is missing it is left out, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealProviderFactAttribute : FactAttribute
{
    public RealProviderFactAttribute() =>
        Skip = ARealProvider.IsInstalled ? null : "oidc-provider is not installed (npm ci in tests/Hkall.Pages.Tests/oidc).";
}
