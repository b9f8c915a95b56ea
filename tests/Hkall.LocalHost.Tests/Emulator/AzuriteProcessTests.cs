using System.Diagnostics;
using System.Globalization;
using Hkall.LocalHost.Emulator;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;

namespace Hkall.LocalHost.Tests.Emulator;

/// <summary>
/// The emulator of the bench: what it keeps, and how it comes and goes. A test takes more than two seconds where it starts
/// Azurite, a program of Node.js, which takes one to two seconds for each start.
/// </summary>
public sealed class AzuriteProcessTests : IDisposable
{
    // The clock of the machine: it only bounds how long a child process may take.
#pragma warning disable RS0030
    private static readonly TimeProvider Clock = TimeProvider.System;
#pragma warning restore RS0030
    private static readonly Row Loan = new("patron-1", "request-1", """{"title":"紅樓夢"}""", "commit-1");

    private readonly string _folder = Directory.CreateTempSubdirectory("bench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        await using (var azurite = await StartAsync(_folder))
        {
            await WriteAsync(azurite.ConnectionString);
        }

        await using var again = await StartAsync(_folder);
        await ShouldHoldWhatWasWrittenAsync(again.ConnectionString);
    }

    [Fact]
    [Trait("Run", "Full")]
    public async Task Azurite_ends_by_itself_and_loses_nothing_when_its_host_is_killed()
    {
        using var orphan = await KilledHostAsync();

        // The bench is started again at once, while the orphan is still writing.
        await using var azurite = await StartAsync(_folder);

        orphan.HasExited.ShouldBeTrue();
        azurite.Id.ShouldNotBe(orphan.Id);
        await ShouldHoldWhatWasWrittenAsync(azurite.ConnectionString);
    }

    [Fact]
    [Trait("Run", "Full")]
    public async Task A_stranger_that_has_got_the_number_of_an_old_azurite_is_left_alone()
    {
        using var stranger = Process.Start(new ProcessStartInfo("node", ["-e", "process.stdin.resume()"]) { RedirectStandardInput = true })!;
        await File.WriteAllTextAsync(Path.Combine(_folder, "azurite.pid"), stranger.Id.ToString(CultureInfo.InvariantCulture));
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "azurite.pid"), stranger.StartTime.ToUniversalTime().AddHours(-1));

        await using (await StartAsync(_folder))
        {
            stranger.HasExited.ShouldBeFalse();
        }

        stranger.StandardInput.Close();
        await stranger.WaitForExitAsync();
    }

    [Fact]
    public async Task Two_benches_do_not_share_a_folder()
    {
        await using var azurite = await StartAsync(_folder);

        var refused = await Should.ThrowAsync<AzuriteException>(() => StartAsync(_folder));

        refused.Message.ShouldContain("Another bench is using");
        azurite.Ended.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    [Trait("Run", "Full")]
    public async Task Two_benches_in_memory_do_not_share_a_port_or_a_row()
    {
        await using var one = await StartAsync(null);
        await using var other = await StartAsync(null);
        await WriteAsync(one.ConnectionString);

        var clients = StorageClients.Connect(other.ConnectionString);
        await clients.EnsureCreatedAsync(CancellationToken.None);

        (await clients.Rows.FindAsync(RowTable.Requests, "patron-1", "request-1", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Azurite_is_gone_once_it_was_disposed_of_and_doing_so_twice_is_no_error()
    {
        var azurite = await StartAsync(null);
        await azurite.DisposeAsync();
        await azurite.DisposeAsync();

        Should.Throw<ArgumentException>(() => Process.GetProcessById(azurite.Id));
        await Should.ThrowAsync<StorageUnavailableException>(() => WriteAsync(azurite.ConnectionString));
    }

    [Fact]
    [Trait("Run", "Full")]
    public async Task Ctrl_C_is_left_to_the_host_which_still_needs_its_storage()
    {
        await using var azurite = await StartAsync(null);
        using var interrupt = Process.Start("kill", ["-INT", azurite.Id.ToString(CultureInfo.InvariantCulture)]);
        await interrupt.WaitForExitAsync();

        await WriteAsync(azurite.ConnectionString);
        await ShouldHoldWhatWasWrittenAsync(azurite.ConnectionString);
    }

    [Fact]
    public async Task A_missing_Azurite_is_named_and_so_is_what_to_do()
    {
        var refused = await Should.ThrowAsync<AzuriteException>(() => StartAsync(null, new AzuriteInstallation(_folder)));

        refused.Message.ShouldBe($"Azurite is not installed in {_folder}. Run 'npm ci' there, or start with --storage memory.");
    }

    [Fact]
    public async Task A_missing_Node_is_named_and_so_is_what_to_do()
    {
        var refused = await Should.ThrowAsync<AzuriteException>(() => StartAsync(_folder, AzuriteInstallation.OfThisBuild with { Node = "no-such-node" }));

        refused.Message.ShouldBe("Node.js could not be started as 'no-such-node'. Install Node.js 20, or start with --storage memory.");

        // And the folder is free again.
        (await AzuriteDataFolder.ClaimAsync(_folder, Clock, CancellationToken.None)).Dispose();
    }

    [Fact]
    public async Task An_Azurite_that_does_not_start_says_why()
    {
        var broken = Path.Combine(_folder, "node_modules", "azurite", "dist", "src");
        Directory.CreateDirectory(broken);
        await File.WriteAllTextAsync(Path.Combine(broken, "azurite.js"), "console.error('the disk is full'); process.exit(1);");
        await File.WriteAllTextAsync(Path.Combine(_folder, "ends-with-its-host.js"), "");

        var refused = await Should.ThrowAsync<AzuriteException>(() => StartAsync(null, new AzuriteInstallation(_folder)));

        refused.Message.ShouldContain("the disk is full");
    }

    private static Task<AzuriteProcess> StartAsync(string? folder, AzuriteInstallation? installation = null) =>
        AzuriteProcess.StartAsync(folder, Clock, CancellationToken.None, installation);

    /// <summary>
    /// What a host leaves behind that is killed while its Azurite works: the system closes its end of every pipe and lets go of
    /// its locks, and nobody waits for anything.
    /// </summary>
    private async Task<Process> KilledHostAsync()
    {
        var data = await AzuriteDataFolder.ClaimAsync(_folder, Clock, CancellationToken.None);
        var azurite = AzuriteProcess.StartChild(AzuriteInstallation.OfThisBuild, data.Path);
        data.Record(azurite.Id);
        var addresses = new AzuriteAddresses();
        while (!addresses.AreComplete && await azurite.StandardOutput.ReadLineAsync() is { } line)
        {
            addresses.Read(line);
        }

        await WriteAsync(addresses.ConnectionString);
        azurite.StandardInput.Close();
        azurite.StandardOutput.Close();
        azurite.StandardError.Close();
        data.Dispose();
        return azurite;
    }

    private static async Task WriteAsync(string connectionString)
    {
        var clients = StorageClients.Connect(connectionString);
        await clients.EnsureCreatedAsync(CancellationToken.None);
        (await clients.Rows.CommitAsync(RowTable.Requests, "patron-1", [new RowWrite.Insert(Loan)], CancellationToken.None)).Committed.ShouldBeTrue();
        await clients.Blobs.WriteAsync(BlobContainer.Scans, "scan-1", new MemoryStream([1, 2, 3]), 10, CancellationToken.None);
        await clients.Queue.SendAsync("shipped", CancellationToken.None);
    }

    private static async Task ShouldHoldWhatWasWrittenAsync(string connectionString)
    {
        var clients = StorageClients.Connect(connectionString);
        (await clients.Rows.FindAsync(RowTable.Requests, "patron-1", "request-1", CancellationToken.None))!.Body.ShouldBe(Loan.Body);
        (await clients.Blobs.OpenAsync(BlobContainer.Scans, "scan-1", CancellationToken.None)).ShouldNotBeNull();
        (await clients.Queue.ReceiveAsync(1, TimeSpan.FromMinutes(1), CancellationToken.None)).ShouldHaveSingleItem().Body.ShouldBe("shipped");
    }
}
