using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Hkall.LocalHost.Mail;
using Hkall.Service.Notices;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>The script that tries a deployment, against the bench: it sees what works, and what does not.</summary>
public sealed class SmokeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Script = Path.GetFullPath(
        Path.Combine("..", "..", "..", "infra", "smoke.sh"),
        typeof(SmokeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "ClientFolder").Value!);

    [Fact]
    public async Task Every_part_of_the_bench_works()
    {
        await using var bench = await ABench.InMemoryAsync();

        var (code, table) = await RunAsync(bench);

        table.ShouldAllBe(row => row.Result == "ok", string.Join('\n', table));
        table.Select(row => row.Part).ShouldBe(["process", "storage", "page", "identity", "timer", "queue", "durable", "mail"]);
        code.ShouldBe(0);
        (await bench.LendingStaff().GetAsync("/api/staff/parked")).ShouldBe(200).Json.Items().ShouldBeEmpty();
        (await bench.Patron("okafor").MyRequestsAsync()).ShouldAllBe(request => request.At("state") != "open");
    }

    [Fact]
    public async Task A_part_that_does_not_work_is_named_and_the_script_fails()
    {
        await using var bench = await ABench.InMemoryAsync();
        bench.Service<MailCatcher>().FailNext(100, new MailResult.Later(null, "The mail service is away."));

        var (code, table) = await RunAsync(bench, "--within", "5");

        code.ShouldBe(1);
        table.Where(row => row.Result == "FAILED").Select(row => row.Part).ShouldBe(["mail"]);
    }

    [Fact]
    public async Task What_needs_a_token_that_is_not_given_is_said_not_to_be_tried()
    {
        await using var bench = await ABench.InMemoryAsync();

        var (code, table) = await RunAsync([bench.Url.ToString()]);

        code.ShouldBe(0);
        table.Where(row => row.Result == "not tried").Select(row => row.Part).ShouldBe(["timer", "queue", "durable"]);
        table.Where(row => row.Result == "ok").Select(row => row.Part).ShouldBe(["process", "storage", "page", "identity"]);
    }

    [Fact]
    public async Task An_address_at_which_nobody_answers_fails_in_every_part()
    {
        var (code, table) = await RunAsync(["http://127.0.0.1:9"]);

        code.ShouldBe(1);
        table.Where(row => row.Result == "FAILED").Select(row => row.Part).ShouldBe(["process", "storage", "page", "identity"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hkall.example")]
    [InlineData("https://hkall.example --token x")]
    public async Task Wrong_words_get_the_usage(string words) =>
        (await RunAsync(words.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Code.ShouldBe(2);

    private static async Task<(int Code, IReadOnlyList<Row> Table)> RunAsync(ABench bench, params string[] more) => await RunAsync(
    [
        bench.Url.ToString(), "--staff", await bench.Patron("lam-mei-ling").TokenAsync(), "--patron", await bench.Patron("okafor").TokenAsync(),
        "--partner", "HKU", await bench.Library("HKU").SecretAsync(),
        "--now", (await bench.NowAsync()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), .. more,
    ]);

    private static async Task<(int Code, IReadOnlyList<Row> Table)> RunAsync(string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Script, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true }).ShouldNotBeNull();
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await faults;
        return (process.ExitCode, [.. (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row.Of)]);
    }

    private sealed record Row(string Part, string Result, string How)
    {
        public static Row Of(string line)
        {
            var columns = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return new Row(columns[0], columns[1], string.Join("  ", columns[3..]));
        }
    }
}
